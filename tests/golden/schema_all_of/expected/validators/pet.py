"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number, is_object
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, "Any pet.")
        return

    if (name := "name") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "age") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        elif value < 0:
            found.refuse(name, "minimum", 0, value, None)

    if (name := "kind") in fields:
        value = fields[name]
        allowed = ("dog", "cat")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, None)
            else:
                found.refuse(name, "type", "string", value, None)

    if (name := "chip") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
