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
        words = "How many. At most 100."
        schema = "spec.yaml#/paths/~1pets/get/parameters/0/schema"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words, schema)
