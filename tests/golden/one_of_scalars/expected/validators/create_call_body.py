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

    if (name := "To") in fields:
        value = fields[name]
        if (
            sum(
                (
                    isinstance(value, str),
                    is_integer(value),
                )
            )
            != 1
        ):
            found.refuse(name, "oneOf", ("a string", "an integer"), value, None)

    if (name := "From") in fields:
        value = fields[name]
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if "To" in fields:
        if "From" not in fields:
            found.refuse("From", "dependentRequired", "To", None, None)
