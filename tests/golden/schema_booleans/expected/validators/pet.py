"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_object
from .._support.violations import Found

__all__ = ["check_pet"]


def check_pet(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "never") in fields:
        value = fields[name]
        found.refuse(name, "false", None, value, None)

    if (name := "list") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)

    if (name := "empty") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                found.refuse((name, index), "false", None, item, None)
