"""The rules of UpdateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_integer, is_object
from .._support.violations import Found

__all__ = ["check_update_call_body"]


def check_update_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of UpdateCallBody
    (spec.yaml#/paths/~1calls~1{id}/put/requestBody/content/application~1json/schema)
    `fields` breaks.
    """
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "id") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "start_time") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "self") in fields:
        value = fields[name]
        if not isinstance(value, bool):
            found.refuse(name, "type", "boolean", value, None)

    if (name := "body") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    for name, value in fields.items():
        if name not in ("id", "start_time", "self", "body"):
            if type(value) is not int and not is_integer(value):
                found.refuse(
                    name,
                    "type",
                    "integer",
                    value,
                    None,
                    "spec.yaml#/paths/~1calls~1{id}/put/requestBody/content/application~1json/schema/additionalProperties",
                )
