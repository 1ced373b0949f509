"""The rules of Dog."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.trials import fits
from .._support.violations import Found

__all__ = ["check_dog", "is_dog"]


def check_dog(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Dog (spec.yaml#/components/schemas/Dog) `fields`
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

    if (name := "bark") in fields:
        value = fields[name]
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, None)


def is_dog(value: Any) -> bool:
    """Whether `value` is Dog (spec.yaml#/components/schemas/Dog)."""
    return fits(check_dog, value)
