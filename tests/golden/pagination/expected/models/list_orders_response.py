"""What `ListOrdersResponse` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from .._support.decoders import as_text, list_of, value
from .._support.models import Model, model
from .._support.readers import record, records
from ..models.list_orders_response_meta import read_list_orders_response_meta
from ..models.order import read_order

if TYPE_CHECKING:
    from ..models.list_orders_response_meta import ListOrdersResponseMeta
    from ..models.order import Order

__all__ = ["ListOrdersResponse", "read_list_orders_response"]


@model
class ListOrdersResponse(Model):
    """ListOrdersResponse."""

    data: list[Order] | None = None

    tags: list[str] | None = None

    meta: ListOrdersResponseMeta | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_list_orders_response(data: dict[str, Any]) -> ListOrdersResponse:
    """The `ListOrdersResponse` that the JSON object `data` is; it is used up."""
    return ListOrdersResponse(
        data=records(data, "data", read_order),
        tags=value(data, "tags", list_of(as_text)),
        meta=record(data, "meta", read_list_orders_response_meta),
        extra=data,
    )
