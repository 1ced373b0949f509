"""The rules of listOrders query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_integer
from .._support.violations import Found

__all__ = ["check_list_orders_query"]


def check_list_orders_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listOrders `fields` breaks."""
    if (name := "Page-Token") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1orders/get/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if (name := "limit") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1orders/get/parameters/1/schema"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)
        elif value > 100:
            found.refuse(name, "maximum", 100, value, None, schema)
