"""The rules of Tail."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number, is_object
from .._support.violations import Found

__all__ = ["check_tail"]


def check_tail(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Tail (spec.yaml#/components/schemas/Tail) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, "Any tail.")
        return

    if (name := "length") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
