"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.models import MASKED
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", MASKED, None)
        return

    words = "The secret"
    if (name := "Password") not in fields:
        found.refuse(name, "required", None, None, words)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", MASKED, words)
        elif len(value) < 8:
            found.refuse(name, "minLength", 8, MASKED, words)

    if (name := "User") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
