"""The rules of Moment."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date_time

__all__ = ["is_moment"]


def is_moment(value: Any) -> bool:
    """Whether `value` is Moment (spec.yaml#/components/schemas/Moment)."""
    return isinstance(value, str) and bool(valid_date_time(value))
