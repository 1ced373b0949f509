"""What `StreamEventsResponseData` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["StreamEventsResponseData", "read_stream_events_response_data"]


@model
class StreamEventsResponseData(Model):
    """StreamEventsResponseData."""

    name: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_stream_events_response_data(data: dict[str, Any]) -> StreamEventsResponseData:
    """The `StreamEventsResponseData` that the JSON object `data` is; it is used up."""
    return StreamEventsResponseData(
        name=text(data, "name"),
        extra=data,
    )
