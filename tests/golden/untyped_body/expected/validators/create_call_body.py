"""The rules of CreateCallBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found

__all__ = ["check_create_call_body"]


def check_create_call_body(value: Any, found: Found) -> None:
    """Note in `found` which rules of CreateCallBody
    (spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema) `value`
    breaks.
    """
    if not is_object(value):
        found.refuse((), "type", "object", value, None)
        return
