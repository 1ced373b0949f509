"""ListOrdersByPage: GET /orders/by-page"""

from __future__ import annotations

from typing import Any

from .._support.decoders import decoded, list_of
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.pagination import ByPage
from .._support.parameters import query_string
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.order import Order, read_order
from ..validators.list_orders_by_page_query import check_list_orders_by_page_query

__all__ = ["ListOrdersByPage"]


@model
class ListOrdersByPage(Request[list[Order]]):
    """GET /orders/by-page"""

    _pages = ByPage("page", start=0)

    page: int | None = None
    """Default: 0."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_list_orders_by_page_query(query, found)
            found.settle("ListOrdersByPage")
            url = server + "/orders/by-page" + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListOrdersByPage", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> list[Order]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, list_of(as_record(read_order)))
        raise failure("ListOrdersByPage", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1orders~1by-page/get",
    {
        "page": "page",
    },
)
