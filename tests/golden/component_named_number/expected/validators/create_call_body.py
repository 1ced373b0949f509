"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number, is_object
from .._support.violations import Found
from .number import is_number_

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
        if not isinstance(value, str):
            found.refuse(name, "type", "string", value, None)

    if (name := "Count") in fields:
        value = fields[name]
        words = "How many"
        if not is_number(value):
            found.refuse(name, "type", "number", value, words)

    if "To" in fields and is_number_(fields["To"]):
        if "Count" not in fields:
            found.refuse(
                "Count",
                "required",
                None,
                None,
                None,
                "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema/then",
                because={"To": "fits Number"},
            )
