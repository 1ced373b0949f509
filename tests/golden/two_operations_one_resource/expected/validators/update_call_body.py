"""The rules of UpdateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_update_call_body"]


def check_update_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of UpdateCallBody
    (spec.yaml#/paths/~1calls~1{Sid}/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "Label") in fields:
        value = fields[name]
        words = "A new name"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
