"""The rules of planSend query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_plan_send_query"]


def check_plan_send_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of planSend `fields` breaks."""
    allowed: tuple[object, ...]
    if (name := "zone") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1sends/put/parameters/0/schema"
        allowed = ("all zones",)
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, None, schema)
            else:
                found.refuse(name, "type", "string", value, None, schema)
