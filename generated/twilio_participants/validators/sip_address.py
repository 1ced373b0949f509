"""The rules of SipAddress."""

from __future__ import annotations

from typing import Any

from .._support.formats import patterns

__all__ = ["is_sip_address"]


def is_sip_address(value: Any) -> bool:
    """Whether `value` is SipAddress (spec/common.yaml#/components/schemas/SipAddress)."""
    return (
        isinstance(value, str)
        and patterns[r"^[Ss][Ii][Pp][Ss]?:"].search(value) is not None
    )
