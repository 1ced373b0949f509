"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number, is_object
from .._support.violations import Found
from .owner import check_owner

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") in fields:
        value = fields[name]
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None)

    if (name := "weight") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        else:
            if value > 90:
                found.refuse(name, "maximum", 90, value, None)
            if value <= 0:
                found.refuse(name, "exclusiveMinimum", 0, value, None)

    if (name := "kind") in fields:
        value = fields[name]
        allowed = ("dog", "cat", None)
        if not (isinstance(value, str) or value is None):
            found.refuse(name, "type", ("string", "null"), value, None)
        elif value not in allowed:
            found.refuse(name, "enum", allowed, value, None)

    if (name := "owner") in fields:
        value = fields[name]
        if value is not None:
            check_owner(
                value, found.inside(name, "spec.yaml#/components/schemas/Owner")
            )

    if (name := "friend") in fields:
        value = fields[name]
        if value is not None:
            check_owner(
                value, found.inside(name, "spec.yaml#/components/schemas/Owner")
            )
