"""ListOrders: GET /orders"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.pagination import ByCursor
from .._support.parameters import query_string
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.list_orders_response import ListOrdersResponse, read_list_orders_response
from ..validators.list_orders_query import check_list_orders_query

__all__ = ["ListOrders"]


@model
class ListOrders(Request[ListOrdersResponse]):
    """The orders.

    GET /orders
    """

    _pages = ByCursor("page_token", "meta.next_token", items="data")

    page_token: str | None = None

    limit: int | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_list_orders_query(query, found)
            found.settle("ListOrders")
            url = server + "/orders" + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListOrders", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> ListOrdersResponse:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_list_orders_response)
        raise failure("ListOrders", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1orders/get",
    {
        "Page-Token": "page_token",
        "limit": "limit",
    },
)
