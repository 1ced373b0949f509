"""The rules of Call."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object, matches
from .._support.violations import Found

__all__ = ["check_call"]


def check_call(fields: Any, found: Found) -> None:
    """Note in `found` which rules of Call (spec.yaml#/components/schemas/Call) `fields`
    breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    words = "Who is called."
    if (name := "to") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif matches[r"^\+[0-9]+\Z"](value) is None:
            found.refuse(name, "pattern", "^\\+[0-9]+$", value, words)

    words = "Who is called."
    if (name := "from") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Number"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words, schema)
        else:
            if len(value) < 3:
                found.refuse(name, "minLength", 3, value, words, schema)
            if matches[r"^\+[0-9]+\Z"](value) is None:
                found.refuse(name, "pattern", "^\\+[0-9]+$", value, words, schema)
