"""StreamEvents: GET /events"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, text_of
from .._support.requests import Request

__all__ = ["StreamEvents"]


@model
class StreamEvents(Request[str]):
    """GET /events"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/events"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> str:
        if response.status == 200:
            return text_of(response)
        raise failure("StreamEvents", response)


_HEADERS: dict[str, str] = {
    "Accept": "text/event-stream, application/jsonl",
}
