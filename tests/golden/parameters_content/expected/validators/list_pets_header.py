"""The rules of listPets header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_list_pets_header"]


def check_list_pets_header(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the header of listPets `fields` breaks."""
    if (name := "X-Point") in fields:
        value = fields[name]
        schema = (
            "spec.yaml#/paths/~1pets~1{key}/get/parameters/3/content/text~1plain/schema"
        )
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
