"""The rules of deletePet query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_delete_pet_query"]


def check_delete_pet_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of deletePet `fields` breaks."""
    if (name := "lang") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets~1{id}/parameters/1/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
