"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    allowed: tuple[object, ...]
    if not is_object(fields):
        found.refuse((), "type", "object", fields, None)
        return

    if (name := "Region") in fields:
        value = fields[name]
        words = "Where the call is mixed"
        schema = "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/Region/allOf/0"
        allowed = ("us1", "ie1")
        if value not in allowed:
            if isinstance(value, str):
                found.advise(
                    name, "enum", allowed, value, "Known so far: us1, ie1", schema
                )
            else:
                found.refuse(name, "type", "string", value, words)

    if (name := "Trunk") in fields:
        value = fields[name]
        words = "The trunk"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if (name := "To") in fields:
        value = fields[name]
        words = "Who is called"
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, words)

    if "Trunk" in fields:
        if "To" not in fields:
            found.advise(
                "To",
                "required",
                None,
                None,
                "Trunk means nothing without To.",
                "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema/allOf/0/then",
                because={"Trunk": "is given"},
            )
