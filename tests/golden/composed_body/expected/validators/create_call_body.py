"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .call import check_call

__all__ = ["check_create_call_body"]


def check_create_call_body(fields: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema)
    `fields` breaks.
    """
    check_call(fields, found.inside((), "spec.yaml#/components/schemas/Call"))
    if is_object(fields):
        if "To" not in fields:
            found.refuse("To", "required", None, None, None)

        if (name := "Label") in fields:
            value = fields[name]
            if not isinstance(value, str):
                found.refuse(name, "type", "string", value, None)
