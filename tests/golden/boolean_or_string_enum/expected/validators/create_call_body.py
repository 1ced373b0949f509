"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import among, is_integer, is_object
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

    if (name := "Beep") in fields:
        value = fields[name]
        words = "Whether to beep"
        allowed = ("true", "false", "onEnter", True, False)
        if not isinstance(value, (str, bool)):
            found.refuse(name, "type", ("string", "boolean"), value, words)
        elif value not in allowed:
            found.refuse(name, "enum", allowed, value, words)

    if (name := "Never") in fields:
        value = fields[name]
        words = "The boolean false, or nothing"
        allowed = ("nothing", False)
        if not isinstance(value, (str, bool)):
            found.refuse(name, "type", ("string", "boolean"), value, words)
        elif value not in allowed:
            found.refuse(name, "enum", allowed, value, words)

    if (name := "Mixed") in fields:
        value = fields[name]
        words = "A one that is no true"
        allowed = (1, 2, False)
        if not (isinstance(value, bool) or is_integer(value)):
            found.refuse(name, "type", ("integer", "boolean"), value, words)
        elif not among(value, allowed):
            found.refuse(name, "enum", allowed, value, words)
