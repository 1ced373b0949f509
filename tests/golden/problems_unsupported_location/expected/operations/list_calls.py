"""ListCalls: GET /calls"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import header_fields, query_string
from .._support.readers import failure
from .._support.requests import Request
from .._support.violations import Found
from ..validators.list_calls_header import check_list_calls_header
from ..validators.list_calls_query import check_list_calls_query

__all__ = ["ListCalls"]


@model
class ListCalls(Request[None]):
    """GET /calls"""

    page_size: int | None = None

    x_trace: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        query = _QUERY.given(self)
        header = _HEADER.given(self)
        found = Found(_QUERY)
        check_list_calls_query(query, found)
        check_list_calls_header(header, found.within(_HEADER))
        found.settle("ListCalls")
        try:
            url = server + "/calls" + query_string(query)
            return HttpRequest("GET", url, {**_HEADERS, **header_fields(header)})
        except Unwritable as error:
            raise found.unwritable("ListCalls", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204:
            return None
        raise failure("ListCalls", response)


_HEADERS: dict[str, str] = {}
_QUERY = Fields(
    "spec.yaml#/paths/~1calls/get",
    {
        "PageSize": "page_size",
    },
)

_HEADER = Fields(
    "spec.yaml#/paths/~1calls/get",
    {
        "X-Trace": "x_trace",
    },
)
