"""The rules of listPets cookie."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_list_pets_cookie"]


def check_list_pets_cookie(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the cookie of listPets `fields` breaks."""
    if (name := "theme") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/get/parameters/1/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
