"""The rules of Counts."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_counts"]


def check_counts(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Counts (spec.yaml#/components/schemas/Counts)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    for name, value in fields.items():
        if type(value) is not int and not is_integer(value):
            found.refuse(
                name,
                "type",
                "integer",
                value,
                None,
                "spec.yaml#/components/schemas/Counts/additionalProperties",
            )
