"""The rules of DeletePet path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.violations import Found

__all__ = ["check_delete_pet_path"]


def check_delete_pet_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of DeletePet `fields` breaks."""
    if (name := "petId") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1v1~1pets~1{petId}/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1v1~1pets~1{petId}/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                None,
                "spec.yaml#/paths/~1v1~1pets~1{petId}/parameters/0",
            )
