"""The rules of listPets query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.formats import is_integer
from .._support.violations import Found

__all__ = ["check_list_pets_query"]


def check_list_pets_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of listPets `fields` breaks."""
    if (name := "size") in fields:
        value = fields[name]
        schema = "common.json#/schemas/Size"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)
        elif value > 100:
            found.refuse(name, "maximum", 100, value, None, schema)
