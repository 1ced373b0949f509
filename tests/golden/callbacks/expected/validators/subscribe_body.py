"""The rules of SubscribeBody."""

from __future__ import annotations

from typing import Any

from .._support.format_uris import valid_uri_reference
from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_subscribe_body"]


def check_subscribe_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of SubscribeBody
    (spec.yaml#/paths/~1subscriptions/post/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "url") not in fields:
        found.refuse(name, "required", None, None, None)
    else:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
        elif not valid_uri_reference(value):
            found.refuse(name, "format", "uri", value, None)
