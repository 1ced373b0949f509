"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_list, is_number, is_object
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

    if (name := "Size") in fields:
        value = fields[name]
        words = "A size."
        if not (isinstance(value, str) or is_integer(value)):
            found.refuse(name, "type", ("string", "integer"), value, words)
        elif is_number(value) and value < 5:
            found.refuse(name, "minimum", 5, value, words)

    if (name := "Events") in fields:
        value = fields[name]
        words = "Events."
        if not (isinstance(value, str) or is_list(value)):
            found.refuse(name, "type", ("array", "string"), value, words)
        else:
            if is_list(value):
                allowed = ("begun", "ended")
                for index, item in enumerate(value):
                    if item not in allowed:
                        found.refuse((name, index), "enum", allowed, item, words)
