"""The rules of PlanSendBody."""

from __future__ import annotations

from typing import Any

from .._support.format_times import valid_date_time
from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_plan_send_body"]


def check_plan_send_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of PlanSendBody
    (spec.yaml#/paths/~1sends/put/requestBody/content/application~1json/schema) `fields`
    breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "send_at") in fields:
        value = fields[name]
        words = "Values that are listed are right."
        allowed = ("now",)
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, words)
            else:
                found.refuse(name, "type", "string", value, words)

    if (name := "default_at") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_date_time(value):
            found.refuse(name, "format", "date-time", value, None)
