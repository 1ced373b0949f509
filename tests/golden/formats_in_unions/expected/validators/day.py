"""The rules of Day."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date

__all__ = ["is_day"]


def is_day(value: Any) -> bool:
    """Whether `value` is Day (spec.yaml#/components/schemas/Day)."""
    return isinstance(value, str) and bool(valid_date(value))
