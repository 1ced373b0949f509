"""The rules of fetchDay path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.format_times import valid_date
from .._support.violations import Found

__all__ = ["check_fetch_day_path"]


def check_fetch_day_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of fetchDay `fields` breaks."""
    if (name := "Day") not in fields:
        found.refuse(
            name,
            "required",
            "to the client or to the call",
            None,
            None,
            "spec.yaml#/paths/~1days~1{Day}/get/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1days~1{Day}/get/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        elif not valid_date(value):
            found.refuse(name, "format", "date", value, None, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                None,
                "spec.yaml#/paths/~1days~1{Day}/get/parameters/0",
            )
