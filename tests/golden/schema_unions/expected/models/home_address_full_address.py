"""What `HomeAddressFullAddress` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["HomeAddressFullAddress", "read_home_address_full_address"]


@model
class HomeAddressFullAddress(Model):
    """Full address"""

    street: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_home_address_full_address(data: dict[str, Any]) -> HomeAddressFullAddress:
    """The `HomeAddressFullAddress` that the JSON object `data` is; it is used up."""
    return HomeAddressFullAddress(
        street=text(data, "street"),
        extra=data,
    )
