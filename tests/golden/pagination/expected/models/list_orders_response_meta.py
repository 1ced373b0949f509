"""What `ListOrdersResponseMeta` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["ListOrdersResponseMeta", "read_list_orders_response_meta"]


@model
class ListOrdersResponseMeta(Model):
    """ListOrdersResponseMeta."""

    _names: ClassVar[Mapping[str, str]] = {
        "next_token": "Next-Token",
    }

    next_token: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_list_orders_response_meta(data: dict[str, Any]) -> ListOrdersResponseMeta:
    """The `ListOrdersResponseMeta` that the JSON object `data` is; it is used up."""
    return ListOrdersResponseMeta(
        next_token=text(data, "Next-Token"),
        extra=data,
    )
