"""The rules of fetchPet path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.violations import Found

__all__ = ["check_fetch_pet_path"]


def check_fetch_pet_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of fetchPet `fields` breaks."""
    if (name := "id") not in fields:
        found.refuse(name, "required", None, None, None, "common.json#/parameters/Id")
    else:
        value = fields[name]
        schema = "common.json#/parameters/Id/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        if not is_segment(value):
            found.refuse(
                name, "segment", None, value, None, "common.json#/parameters/Id"
            )
