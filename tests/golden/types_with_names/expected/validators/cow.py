"""The rules of Cow."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.trials import fits
from .._support.violations import Found

__all__ = ["check_cow", "is_cow"]


def check_cow(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Cow (spec.yaml#/components/schemas/Cow) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if value != "cow":
            found.refuse(name, "const", "cow", value, None)


def is_cow(value: Any) -> bool:
    """Whether `value` is Cow (spec.yaml#/components/schemas/Cow)."""
    return fits(check_cow, value)
