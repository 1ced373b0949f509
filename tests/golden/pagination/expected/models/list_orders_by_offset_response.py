"""What `ListOrdersByOffsetResponse` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.models import Model, model
from .._support.readers import records
from ..models.order import read_order

if TYPE_CHECKING:
    from ..models.order import Order

__all__ = ["ListOrdersByOffsetResponse", "read_list_orders_by_offset_response"]


@model
class ListOrdersByOffsetResponse(Model):
    """ListOrdersByOffsetResponse."""

    _names: ClassVar[Mapping[str, str]] = {
        "orders": "Orders",
    }

    orders: list[Order] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_list_orders_by_offset_response(
    data: dict[str, Any],
) -> ListOrdersByOffsetResponse:
    """The `ListOrdersByOffsetResponse` that the JSON object `data` is; it is used up."""
    return ListOrdersByOffsetResponse(
        orders=records(data, "Orders", read_order),
        extra=data,
    )
