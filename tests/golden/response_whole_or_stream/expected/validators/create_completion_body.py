"""The rules of CreateCompletionBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_create_completion_body"]


def check_create_completion_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCompletionBody
    (spec.yaml#/paths/~1completions/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "prompt") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "stream") in fields:
        value = fields[name]
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, None)
