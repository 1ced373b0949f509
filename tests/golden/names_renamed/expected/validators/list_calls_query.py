"""The rules of listCalls query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_list_calls_query"]


def check_list_calls_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listCalls `fields` breaks."""
    if (name := "status") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls/get/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
