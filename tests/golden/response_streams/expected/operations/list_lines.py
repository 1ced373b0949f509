"""ListLines: GET /lines"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.streams import ItemsRequest, items_of
from .._support.unreadable import as_record
from ..models.event import Event, read_event

__all__ = ["ListLines"]


@model
class ListLines(ItemsRequest[Event]):
    """GET /lines"""

    _items = {
        "application/jsonl": as_record(read_event),
        "application/json-seq": as_record(read_event),
    }

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/lines"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> list[Event]:
        if response.status == 200 or undescribed(response, "200"):
            return items_of(cls, response)
        raise failure("ListLines", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/jsonl, application/json-seq",
}
