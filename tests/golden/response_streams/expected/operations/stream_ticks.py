"""StreamTicks: GET /ticks"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.streams import ItemsRequest, ServerSentEvent, items_of, text_data
from .._support.typed import as_datetime
from .._support.violations import Found
from ..validators.stream_ticks_query import check_stream_ticks_query

__all__ = ["StreamTicks"]


@model
class StreamTicks(ItemsRequest[ServerSentEvent[datetime]]):
    """GET /ticks"""

    _items = {
        "text/event-stream": text_data(as_datetime),
    }

    since: datetime | str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = plain(_QUERY.given(self))
            check_stream_ticks_query(query, found)
            found.settle("StreamTicks")
            url = server + "/ticks" + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("StreamTicks", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> list[ServerSentEvent[datetime]]:
        if response.status == 200 or undescribed(response, "200"):
            return items_of(cls, response)
        raise failure("StreamTicks", response)


_HEADERS: dict[str, str] = {
    "Accept": "text/event-stream",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1ticks/get",
    {
        "since": "since",
    },
)
