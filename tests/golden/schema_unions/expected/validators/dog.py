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
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "bark") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        allowed = ("loud", "soft")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, None)
            else:
                found.refuse(name, "type", "string", value, None)


def is_dog(value: Any) -> bool:
    """Whether `value` is Dog (spec.yaml#/components/schemas/Dog)."""
    return fits(check_dog, value)
