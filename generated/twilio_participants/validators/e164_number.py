"""The rules of E164Number."""

from __future__ import annotations

from typing import Any

from .._support.formats import matches

__all__ = ["is_e164_number"]


def is_e164_number(value: Any) -> bool:
    """Whether `value` is E164Number (spec/common.yaml#/components/schemas/E164Number)."""
    return (
        isinstance(value, str) and matches[r"^\+[1-9][0-9]{1,14}\Z"](value) is not None
    )
