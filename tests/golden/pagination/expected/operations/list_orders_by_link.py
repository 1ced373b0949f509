"""ListOrdersByLink: GET /orders/by-link"""

from __future__ import annotations

from typing import Any

from .._support.decoders import as_text, decoded, list_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.pagination import ByLink
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["ListOrdersByLink"]


@model
class ListOrdersByLink(Request[list[str]]):
    """GET /orders/by-link"""

    _pages = ByLink()

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/orders/by-link"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> list[str]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, list_of(as_text))
        raise failure("ListOrdersByLink", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
