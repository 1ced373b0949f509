"""The rules of Rows."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list
from .._support.violations import Found

__all__ = ["check_rows"]


def check_rows(value: Any, found: Found) -> None:
    """Note in `found` which rules of Rows (spec.yaml#/components/schemas/Rows) `value`
    breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    for index, item in enumerate(value):
        check_rows(item, found.inside((index,), "spec.yaml#/components/schemas/Rows"))
