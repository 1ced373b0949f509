"""What `ListOrdersByUriResponse` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.models import Model, model
from .._support.readers import records, text
from ..models.order import read_order

if TYPE_CHECKING:
    from ..models.order import Order

__all__ = ["ListOrdersByUriResponse", "read_list_orders_by_uri_response"]


@model
class ListOrdersByUriResponse(Model):
    """ListOrdersByUriResponse."""

    orders: list[Order] | None = None

    next_page_uri: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_list_orders_by_uri_response(data: dict[str, Any]) -> ListOrdersByUriResponse:
    """The `ListOrdersByUriResponse` that the JSON object `data` is; it is used up."""
    return ListOrdersByUriResponse(
        orders=records(data, "orders", read_order),
        next_page_uri=text(data, "next_page_uri"),
        extra=data,
    )
