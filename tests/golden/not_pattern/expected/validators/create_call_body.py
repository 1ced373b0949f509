"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object, matches
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "From") in fields:
        value = fields[name]
        words = "A number or a name, no address"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif matches[r"^(sips?|client):"](value) is not None:
            found.refuse(name, "not", None, value, words)
