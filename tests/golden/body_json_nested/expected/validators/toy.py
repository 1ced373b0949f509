"""The rules of Toy."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_toy"]


def check_toy(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Toy (spec.yaml#/components/schemas/Toy) `fields`
    breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "kind") in fields:
        value = fields[name]
        allowed = ("ball", "bone")
        if value not in allowed:
            found.refuse(name, "enum", allowed, value, None)
