"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.format_uris import valid_uri_reference
from .._support.formats import is_object
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

    if (name := "Callback") in fields:
        value = fields[name]
        words = "What is called back"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, words)
