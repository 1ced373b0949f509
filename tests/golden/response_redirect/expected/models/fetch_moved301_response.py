"""What `FetchMoved301Response` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["FetchMoved301Response", "read_fetch_moved301_response"]


@model
class FetchMoved301Response(Model):
    """FetchMoved301Response."""

    to: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_fetch_moved301_response(data: dict[str, Any]) -> FetchMoved301Response:
    """The `FetchMoved301Response` that the JSON object `data` is; it is used up."""
    return FetchMoved301Response(
        to=text(data, "to"),
        extra=data,
    )
