"""The rules of createCall body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Mapping[str, Any], found: Found) -> None:
    """Note in `found` which rules of createCall body
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """

    if (name := "To") in fields:
        value = fields[name]
        schema = "spec.yaml#/components/schemas/Call/properties/To"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None, schema)

    if "To" not in fields:
        found.refuse("To", "required", None, None, None)

    if (name := "Label") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)
