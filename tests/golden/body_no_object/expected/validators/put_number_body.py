"""The rules of PutNumberBody."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_number
from .._support.violations import Found

__all__ = ["check_put_number_body"]


def check_put_number_body(value: Any, found: Found) -> None:
    """Note in `found` which rules of PutNumberBody
    (spec.yaml#/paths/~1number/put/requestBody/content/application~1json/schema) `value`
    breaks.
    """
    if not (is_number(value) or value is None):
        found.refuse((), "type", ("number", "null"), value, None)
        return
