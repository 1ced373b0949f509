"""The rules of CreateReadingBody."""

from __future__ import annotations

from typing import Any

from .._support.format_numbers import valid_float, valid_int32, valid_int64, valid_uint8
from .._support.formats import is_integer, is_number, is_object
from .._support.violations import Found

__all__ = ["check_create_reading_body"]


def check_create_reading_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateReadingBody
    (spec.yaml#/paths/~1readings/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "small") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif not valid_uint8(value):
            found.refuse(name, "format", "uint8", value, None)

    if (name := "large") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif not valid_int64(value):
            found.refuse(name, "format", "int64", value, None)

    if (name := "large_text") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_int64(value):
            found.refuse(name, "format", "int64", value, None)

    if (name := "large_either") in fields:
        value = fields[name]
        if not (isinstance(value, str) or is_integer(value)):
            found.refuse(name, "type", ("integer", "string"), value, None)
        elif not valid_int64(value):
            found.refuse(name, "format", "int64", value, None)

    if (name := "rate") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        elif not valid_float(value):
            found.refuse(name, "format", "float", value, None)

    if (name := "text") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "untyped") in fields:
        value = fields[name]
        if is_number(value) and not valid_int32(value):
            found.refuse(name, "format", "int32", value, None)

    if (name := "whole_number") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        elif not valid_int32(value):
            found.refuse(name, "format", "int32", value, None)
