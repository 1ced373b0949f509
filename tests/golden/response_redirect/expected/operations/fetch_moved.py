"""FetchMoved: GET /moved"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse, Redirect
from .._support.models import model
from .._support.readers import content, failure, redirect
from .._support.requests import Request
from ..models.fetch_moved301_response import (
    FetchMoved301Response,
    read_fetch_moved301_response,
)

__all__ = ["FetchMoved"]


@model
class FetchMoved(Request[FetchMoved301Response | Redirect]):
    """GET /moved"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/moved"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> FetchMoved301Response | Redirect:
        if response.status == 301:
            return content(response, read_fetch_moved301_response)
        if response.status == 307:
            return redirect(response)
        raise failure("FetchMoved", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
