"""The rules of listOrdersByOffset query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_integer
from .._support.violations import Found

__all__ = ["check_list_orders_by_offset_query"]


def check_list_orders_by_offset_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listOrdersByOffset `fields` breaks."""
    if (name := "from") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1orders~1by-offset/get/parameters/0/schema"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)

    if (name := "limit") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1orders~1by-offset/get/parameters/1/schema"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)
