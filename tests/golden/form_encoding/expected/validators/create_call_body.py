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
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "Events") in fields:
        value = fields[name]
        if not is_list(value):
            found.refuse(name, "type", "array", value, None)
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    found.refuse((name, index), "type", "string", item, None)
