"""The rules of Egg."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_egg"]


def check_egg(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Egg (spec.yaml#/components/schemas/Egg) `fields`
    breaks.
    """
    from .hen import check_hen

    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "hen") in fields:
        value = fields[name]
        check_hen(value, found.inside(name, "spec.yaml#/components/schemas/Hen"))
