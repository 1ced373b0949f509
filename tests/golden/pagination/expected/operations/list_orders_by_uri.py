"""ListOrdersByUri: GET /orders/by-uri"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.pagination import ByUri
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from ..models.list_orders_by_uri_response import (
    ListOrdersByUriResponse,
    read_list_orders_by_uri_response,
)

__all__ = ["ListOrdersByUri"]


@model
class ListOrdersByUri(Request[ListOrdersByUriResponse]):
    """GET /orders/by-uri"""

    _pages = ByUri("next_page_uri", items="orders")

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/orders/by-uri"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> ListOrdersByUriResponse:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_list_orders_by_uri_response)
        raise failure("ListOrdersByUri", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
