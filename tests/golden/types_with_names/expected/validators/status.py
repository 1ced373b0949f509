"""The rules of Status."""

from __future__ import annotations

from typing import Any

__all__ = ["is_status"]


def is_status(value: Any) -> bool:
    """Whether `value` is Status (spec.yaml#/components/schemas/Status)."""
    return isinstance(value, str) and value in ("new", "sold")
