"""FetchXml: GET /xml"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.text_bodies import text_of

__all__ = ["FetchXml"]


@model
class FetchXml(Request[str]):
    """GET /xml"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/xml"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> str:
        if response.status == 200 or undescribed(response, "200"):
            return text_of(response)
        raise failure("FetchXml", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/xml",
}
