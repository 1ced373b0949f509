"""The rules of savePet path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.formats import is_integer
from .._support.violations import Found

__all__ = ["check_save_pet_path"]


def check_save_pet_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of savePet `fields` breaks."""
    if (name := "id") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1pets~1{id}/put/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1pets~1{id}/put/parameters/0"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None, schema)
        elif value < 1:
            found.refuse(name, "minimum", 1, value, None, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                None,
                "spec.yaml#/paths/~1pets~1{id}/put/parameters/0",
            )
