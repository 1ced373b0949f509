"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object, matches
from .._support.violations import Found
from .owner import check_owner

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "owner") in fields:
        value = fields[name]
        check_owner(value, found.inside(name, "spec.yaml#/components/schemas/Owner"))

    if (name := "phone") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Phone/$defs/mobile"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif matches[r"^1"](value) is None:
            found.refuse(name, "pattern", "^1", value, None, schema)

    if (name := "size") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Pet/$defs/Size"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)
        elif value < 1:
            found.refuse(name, "minimum", 1, value, None, schema)
