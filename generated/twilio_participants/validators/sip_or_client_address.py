"""The rules of SipOrClientAddress."""

from __future__ import annotations

from typing import Any

from .._support.formats import matches

__all__ = ["is_sip_or_client_address"]


def is_sip_or_client_address(value: Any) -> bool:
    """Whether `value` is SipOrClientAddress
    (spec/common.yaml#/components/schemas/SipOrClientAddress).
    """
    return (
        isinstance(value, str)
        and matches[r"^([Ss][Ii][Pp][Ss]?|client):"](value) is not None
    )
