"""FetchAll: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from ..models.all import All, read_all

__all__ = ["FetchAll"]


@model
class FetchAll(Request[All]):
    """GET /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> All:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_all)
        raise failure("FetchAll", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
