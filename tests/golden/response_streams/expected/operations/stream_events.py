"""StreamEvents: GET /events"""

from __future__ import annotations

from typing import Any

from .._support.decoders import as_anything, as_integer
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.streams import (
    ItemsRequest,
    ServerSentEvent,
    by_event,
    items_of,
    json_data,
)
from .._support.unreadable import as_record
from ..models.stream_events_response_data import (
    StreamEventsResponseData,
    read_stream_events_response_data,
)

__all__ = ["StreamEvents"]


@model
class StreamEvents(ItemsRequest[ServerSentEvent[str | int | StreamEventsResponseData]]):
    """GET /events"""

    _items = {
        "text/event-stream": by_event(
            {
                "text": as_anything,
                "count": json_data(as_integer),
                "born": json_data(as_record(read_stream_events_response_data)),
                "died": json_data(as_record(read_stream_events_response_data)),
            },
            as_anything,
        ),
    }

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/events"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(
        cls, response: HttpResponse
    ) -> list[ServerSentEvent[str | int | StreamEventsResponseData]]:
        if response.status == 200 or undescribed(response, "200"):
            return items_of(cls, response)
        raise failure("StreamEvents", response)


_HEADERS: dict[str, str] = {
    "Accept": "text/event-stream",
}
