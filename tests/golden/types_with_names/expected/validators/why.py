"""The rules of Why."""

from __future__ import annotations

from typing import Any

from .._support.violations import Found
from .reason import is_reason
from .status import is_status

__all__ = ["check_why"]


def check_why(value: Any, found: Found) -> None:
    """Note in `found` which rules of Why (spec.yaml#/components/schemas/Why) `value`
    breaks.
    """
    if not is_status(value) and not is_reason(value):
        found.refuse((), "anyOf", ("Status", "Reason"), value, None)
