"""FetchAnything: GET /anything"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, json_of, undescribed
from .._support.requests import Request

__all__ = ["FetchAnything"]


@model
class FetchAnything(Request[Any]):
    """GET /anything"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/anything"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Any:
        if response.status == 200 or undescribed(response, "200"):
            return json_of(response)
        raise failure("FetchAnything", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
