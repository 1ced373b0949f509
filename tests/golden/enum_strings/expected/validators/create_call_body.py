"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "Trim") in fields:
        value = fields[name]
        allowed = ("trim-silence", "do-not-trim")
        if value not in allowed:
            if isinstance(value, str):
                found.refuse(name, "enum", allowed, value, None)
            else:
                found.refuse(name, "type", "string", value, None)

    if (name := "Only") in fields:
        value = fields[name]
        if value != "one":
            found.refuse(name, "const", "one", value, None)
