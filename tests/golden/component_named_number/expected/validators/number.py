"""The rules of Number."""

from __future__ import annotations

from typing import Any

from .._support.formats import matches

__all__ = ["is_number_"]


def is_number_(value: Any) -> bool:
    """Whether `value` is Number (spec.yaml#/components/schemas/Number)."""
    return isinstance(value, str) and matches[r"^[0-9]+\Z"](value) is not None
