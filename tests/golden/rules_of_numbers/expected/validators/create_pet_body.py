"""The rules of CreatePetBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_multiple, is_number, is_object
from .._support.violations import Found

__all__ = ["check_create_pet_body"]


def check_create_pet_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreatePetBody
    (spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "tens") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif not is_multiple(value, 10):
            found.refuse(name, "multipleOf", 10, value, None)

    if (name := "cents") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        elif not is_multiple(value, 0.01):
            found.refuse(name, "multipleOf", 0.01, value, None)

    if (name := "open") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        else:
            if value <= -1.5:
                found.refuse(name, "exclusiveMinimum", -1.5, value, None)
            if value >= 1000:
                found.refuse(name, "exclusiveMaximum", 1000.0, value, None)

    if (name := "untyped") in fields:
        value = fields[name]
        if is_number(value) and value < 1:
            found.refuse(name, "minimum", 1, value, None)
        if isinstance(value, str) and len(value) > 3:
            found.refuse(name, "maxLength", 3, value, None)

    if (name := "big") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif value > 18446744073709551615:
            found.refuse(name, "maximum", 18446744073709551615, value, None)

    if (name := "either") in fields:
        value = fields[name]
        if not (isinstance(value, str) or is_integer(value)):
            found.refuse(name, "type", ("integer", "string"), value, None)
        else:
            if is_number(value) and value < 1:
                found.refuse(name, "minimum", 1, value, None)
            if isinstance(value, str) and len(value) < 2:
                found.refuse(name, "minLength", 2, value, None)
