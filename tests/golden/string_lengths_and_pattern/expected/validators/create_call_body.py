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

    if (name := "Sid") in fields:
        value = fields[name]
        words = "The SID of a call"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        else:
            if len(value) < 34:
                found.refuse(name, "minLength", 34, value, words)
            if len(value) > 34:
                found.refuse(name, "maxLength", 34, value, words)
            if matches[r"^CA[0-9a-fA-F]{32}\Z"](value) is None:
                found.refuse(name, "pattern", "^CA[0-9a-fA-F]{32}$", value, words)

    if (name := "Code") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif (
            matches[
                r"^[0-9]+[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]?[A-Za-z0-9_]*\Z"
            ](value)
            is None
        ):
            found.refuse(name, "pattern", "^\\d+\\s?\\w*$", value, None)
