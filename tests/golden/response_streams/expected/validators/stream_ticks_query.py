"""The rules of streamTicks query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.format_times import valid_date_time
from .._support.violations import Found

__all__ = ["check_stream_ticks_query"]


def check_stream_ticks_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of streamTicks `fields` breaks."""
    if (name := "since") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1ticks/get/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date_time(value):
            found.refuse(name, "format", "date-time", value, None, schema)
