"""The rules of fetchPet query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_fetch_pet_query"]


def check_fetch_pet_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of fetchPet `fields` breaks."""
    allowed: tuple[object, ...]
    words = "The operation's word."
    if (name := "lang") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            words,
            "spec.yaml#/paths/~1pets~1{id}/get/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets~1{id}/get/parameters/0/schema"
        allowed = ("en", "de")
        if value not in allowed:
            found.refuse(name, "enum", allowed, value, words, schema)
