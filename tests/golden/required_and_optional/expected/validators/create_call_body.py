"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
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

    if (name := "Label") in fields:
        value = fields[name]
        words = "A name for the call"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    words = "Who is called"
    if (name := "To") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "Wait") in fields:
        value = fields[name]
        words = "Seconds to wait"
        if type(value) is not int and not is_integer(value):
            found.refuse(name, "type", "integer", value, words)
