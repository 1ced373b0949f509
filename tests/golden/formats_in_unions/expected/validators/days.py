"""The rules of Days."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date
from .._support.formats import is_list
from .._support.violations import Found

__all__ = ["check_days", "tolerate_days"]


def check_days(value: Any, found: Found) -> None:
    """Note in `found` which rules of Days (spec.yaml#/components/schemas/Days) `value`
    breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    if len(value) > 0:
        index, item = 0, value[0]
        if not isinstance(item, str):
            found.refuse(
                (index,),
                "type",
                "string",
                item,
                None,
                "spec.yaml#/components/schemas/Day",
            )
        elif not valid_date(item):
            found.refuse(
                (index,),
                "format",
                "date",
                item,
                None,
                "spec.yaml#/components/schemas/Day",
            )


def tolerate_days(value: Any, found: Found) -> None:
    """Note in `found` which rules of Days (spec.yaml#/components/schemas/Days) `value`
    breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    if len(value) > 0:
        index, item = 0, value[0]
        if not isinstance(item, str):
            found.refuse(
                (index,),
                "type",
                "string",
                item,
                None,
                "spec.yaml#/components/schemas/Day",
            )
