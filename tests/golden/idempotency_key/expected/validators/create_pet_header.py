"""The rules of createPet header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_create_pet_header"]


def check_create_pet_header(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the header of createPet `fields` breaks."""
    words = "Whatever tells this request from all others."
    if (name := "Idempotency-Key") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            words,
            "spec.yaml#/paths/~1pets/post/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/post/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        elif len(value) < 8:
            found.refuse(name, "minLength", 8, value, words, schema)
