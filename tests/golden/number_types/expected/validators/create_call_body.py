"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import among, is_integer, is_number, is_object
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

    if (name := "Count") in fields:
        value = fields[name]
        words = "How many"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words)
        else:
            if value < 2:
                found.refuse(name, "minimum", 2, value, words)
            if value > 250:
                found.refuse(name, "maximum", 250, value, words)

    if (name := "Ratio") in fields:
        value = fields[name]
        if not is_number(value):
            found.refuse(name, "type", "number", value, None)
        else:
            if value <= 0:
                found.refuse(name, "exclusiveMinimum", 0, value, None)
            if value >= 1.5:
                found.refuse(name, "exclusiveMaximum", 1.5, value, None)

    if (name := "Level") in fields:
        value = fields[name]
        allowed = (1, 2, 3)
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, None)
        elif not among(value, allowed):
            found.refuse(name, "enum", allowed, value, None)
