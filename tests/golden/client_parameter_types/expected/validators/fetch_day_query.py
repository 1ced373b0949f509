"""The rules of fetchDay query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_fetch_day_query"]


def check_fetch_day_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of fetchDay `fields` breaks."""
    allowed: tuple[object, ...]
    if (name := "Zone") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1days~1{Day}/get/parameters/1/schema"
        allowed = ("a", "b")
        if value not in allowed:
            found.refuse(name, "enum", allowed, value, None, schema)
