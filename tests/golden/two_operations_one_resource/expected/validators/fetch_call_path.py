"""The rules of fetchCall path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import is_segment
from .._support.violations import Found

__all__ = ["check_fetch_call_path"]


def check_fetch_call_path(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of the path of fetchCall `fields` breaks."""
    words = "The call"
    if (name := "Sid") not in fields:
        found.refuse(
            name,
            "required",
            None,
            None,
            words,
            "spec.yaml#/paths/~1calls~1{Sid}/parameters/0",
        )
    else:
        value = fields[name]
        schema = "spec.yaml#/paths/~1calls~1{Sid}/parameters/0/schema"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        if not is_segment(value):
            found.refuse(
                name,
                "segment",
                None,
                value,
                words,
                "spec.yaml#/paths/~1calls~1{Sid}/parameters/0",
            )
