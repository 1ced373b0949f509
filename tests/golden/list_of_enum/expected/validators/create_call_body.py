"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list, is_object
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

    if (name := "Event") in fields:
        value = fields[name]
        words = "What is told"
        if not is_list(value):
            found.refuse(name, "type", "array", value, words)
        else:
            if len(value) < 1:
                found.refuse(name, "minItems", 1, value, words)
            if len(value) > 2:
                found.refuse(name, "maxItems", 2, value, words)
            allowed = ("initiated", "ringing", "answered")
            for index, item in enumerate(value):
                if item not in allowed:
                    if isinstance(item, str):
                        found.refuse((name, index), "enum", allowed, item, words)
                    else:
                        found.refuse((name, index), "type", "string", item, words)

    if (name := "Names") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None)
                elif len(item) > 5:
                    found.refuse((name, index), "maxLength", 5, item, None)
