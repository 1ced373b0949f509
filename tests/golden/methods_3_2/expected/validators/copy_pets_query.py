"""The rules of CopyPets query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_copy_pets_query"]


def check_copy_pets_query(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the query of CopyPets `fields` breaks."""
    if (name := "to") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets/additionalOperations/COPY/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets/additionalOperations/COPY/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
