"""ListCalls: GET /calls"""

from __future__ import annotations

from typing import Any

from .._support.decoders import decoded, list_of
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.phone_call import PhoneCall, read_phone_call
from ..validators.list_calls_query import check_list_calls_query

__all__ = ["ListCalls"]


@model
class ListCalls(Request[list[PhoneCall]]):
    """All calls

    GET /calls
    """

    status: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_list_calls_query(query, found)
            found.settle("ListCalls")
            url = server + "/calls" + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListCalls", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> list[PhoneCall]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, list_of(as_record(read_phone_call)))
        raise failure("ListCalls", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1calls/get",
    {
        "status": "status",
    },
)
