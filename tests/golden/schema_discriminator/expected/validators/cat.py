"""The rules of Cat."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
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

    if (name := "kind") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "lives") in fields:
        value = fields[name]
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)


def is_cat(value: Any) -> bool:
    """Whether `value` is Cat (spec.yaml#/components/schemas/Cat)."""
    return fits(check_cat, value)
