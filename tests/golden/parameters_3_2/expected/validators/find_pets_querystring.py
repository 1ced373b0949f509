"""The rules of findPets querystring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_find_pets_querystring"]


def check_find_pets_querystring(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the querystring of findPets `fields` breaks."""
    if (name := "path") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets/post/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/post/parameters/0/content/application~1jsonpath/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
