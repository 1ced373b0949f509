"""The rules of Owner."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_owner"]


def check_owner(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Owner (spec.yaml#/components/schemas/Owner)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "id") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)

    if (name := "name") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
