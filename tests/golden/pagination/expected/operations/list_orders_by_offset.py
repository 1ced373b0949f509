"""ListOrdersByOffset: GET /orders/by-offset"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.pagination import ByOffset
from .._support.parameters import query_string
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.list_orders_by_offset_response import (
    ListOrdersByOffsetResponse,
    read_list_orders_by_offset_response,
)
from ..validators.list_orders_by_offset_query import check_list_orders_by_offset_query

__all__ = ["ListOrdersByOffset"]


@model
class ListOrdersByOffset(Request[ListOrdersByOffsetResponse]):
    """GET /orders/by-offset"""

    _pages = ByOffset("from_", items="orders", start=1)

    from_: int | None = None

    limit: int | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_list_orders_by_offset_query(query, found)
            found.settle("ListOrdersByOffset")
            url = server + "/orders/by-offset" + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListOrdersByOffset", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> ListOrdersByOffsetResponse:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_list_orders_by_offset_response)
        raise failure("ListOrdersByOffset", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1orders~1by-offset/get",
    {
        "from": "from_",
        "limit": "limit",
    },
)
