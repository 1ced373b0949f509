"""The rules of When."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date
from .._support.formats import is_integer
from .._support.violations import Found

__all__ = ["check_when", "tolerate_when"]


def check_when(value: Any, found: Found) -> None:
    """Note in `found` which rules of When (spec.yaml#/components/schemas/When) `value`
    breaks.
    """
    if (not isinstance(value, str) or not valid_date(value)) and not is_integer(value):
        found.refuse(
            (), "anyOf", ("a string and a valid date", "an integer"), value, None
        )


def tolerate_when(value: Any, found: Found) -> None:
    """Note in `found` which rules of When (spec.yaml#/components/schemas/When) `value`
    breaks.
    """
    if not isinstance(value, str) and not is_integer(value):
        found.refuse((), "anyOf", ("a string", "an integer"), value, None)
