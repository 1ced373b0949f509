"""The rules of updateCall header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_update_call_header"]


def check_update_call_header(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the header of updateCall `fields` breaks."""
    if (name := "id") in fields:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{id}/put/parameters/2/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
