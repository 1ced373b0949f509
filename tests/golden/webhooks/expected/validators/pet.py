"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["tolerate_pet"]


def tolerate_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "name") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif len(value) < 1:
            found.refuse(name, "minLength", 1, value, None)

    if (name := "born") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
