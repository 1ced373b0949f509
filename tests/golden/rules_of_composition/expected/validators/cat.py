"""The rules of Cat."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.trials import fits
from .._support.violations import Found

__all__ = ["check_cat", "is_cat"]


def check_cat(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Cat (spec.yaml#/components/schemas/Cat) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "meow") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, None)


def is_cat(value: Any) -> bool:
    """Whether `value` is Cat (spec.yaml#/components/schemas/Cat)."""
    return fits(check_cat, value)
