"""The rules of Hen."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_hen"]


def check_hen(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Hen (spec.yaml#/components/schemas/Hen) `fields`
    breaks.
    """
    from .egg import check_egg

    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "egg") in fields:
        value = fields[name]
        check_egg(value, found.inside(name, "spec.yaml#/components/schemas/Egg"))
