"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.bodies import is_binary
from .._support.formats import is_integer, is_list, is_number, is_object, is_uri
from .._support.models import MASKED
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", MASKED, None)
        return

    if (name := "date") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "date_time") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "rfc_2822") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "uuid") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "byte") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "base64") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "decimal") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "binary") in fields:
        value = fields[name]
        if not is_binary(value):
            found.refuse(name, "type", "binary", value, None)

    if (name := "duration") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "email") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "uri") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not is_uri(value):
            found.refuse(name, "format", "uri", value, None)

    if (name := "password") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, None)

    if (name := "unknown") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "int32") in fields:
        value = fields[name]
        if not is_integer(value):
            found.refuse(name, "type", "integer", value, None)

    if (name := "int64") in fields:
        value = fields[name]
        if not is_integer(value):
            found.refuse(name, "type", "integer", value, None)

    if (name := "double") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)

    if (name := "dates") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None)

    if (name := "uuid_or_null") in fields:
        value = fields[name]
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None)
