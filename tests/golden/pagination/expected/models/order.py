"""What `Order` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Order", "read_order"]


@model
class Order(Model):
    """Order."""

    id: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_order(data: dict[str, Any]) -> Order:
    """The `Order` that the JSON object `data` is; it is used up."""
    return Order(
        id=text(data, "id"),
        extra=data,
    )
