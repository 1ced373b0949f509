"""The rules of Reason."""

from __future__ import annotations

from typing import Any

__all__ = ["is_reason"]


def is_reason(value: Any) -> bool:
    """Whether `value` is Reason (spec.yaml#/components/schemas/Reason)."""
    return (isinstance(value, str) or value is None) and value in (
        "lost",
        "found",
        None,
    )
