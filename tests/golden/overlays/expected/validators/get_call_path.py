"""The rules of getCall path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.violations import Found

__all__ = ["check_get_call_path"]


def check_get_call_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of getCall `fields` breaks."""
    if (name := "sid") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            None,
            "spec.yaml#/paths/~1calls~1{sid}/get/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{sid}/get/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                None,
                "spec.yaml#/paths/~1calls~1{sid}/get/parameters/0",
            )
