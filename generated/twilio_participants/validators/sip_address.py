"""The rules of SipAddress."""

from __future__ import annotations

from typing import Any

from .._support.formats import matches

__all__ = ["is_sip_address"]


def is_sip_address(value: Any) -> bool:
    """Whether `value` is SipAddress (spec/common.yaml#/components/schemas/SipAddress)."""
    return isinstance(value, str) and matches[r"^[Ss][Ii][Pp][Ss]?:"](value) is not None
