"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number, is_object
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/definitions/Pet) `fields` breaks."""
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None)

    if (name := "weight") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        elif value <= 0:
            found.refuse(name, "exclusiveMinimum", 0, value, None)
