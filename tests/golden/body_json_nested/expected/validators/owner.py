"""The rules of Owner."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object, matches
from .._support.violations import Found

__all__ = ["check_owner"]


def check_owner(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Owner (spec.yaml#/components/schemas/Owner)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, "Who keeps it.")
        return

    if (name := "name") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif len(value) < 1:
            found.refuse(name, "minLength", 1, value, None)

    if (name := "postalCode") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif matches[r"^[0-9]{5}\Z"](value) is None:
            found.refuse(name, "pattern", "^[0-9]{5}$", value, None)
