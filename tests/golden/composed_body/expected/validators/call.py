"""The rules of Call."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_call"]


def check_call(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Call (spec.yaml#/components/schemas/Call) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "To") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
