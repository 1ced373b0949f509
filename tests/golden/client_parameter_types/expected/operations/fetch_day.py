"""FetchDay: GET /days/{Day}"""

from __future__ import annotations

from datetime import date as Date
from typing import Any, Literal

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.fetch_day_path import check_fetch_day_path
from ..validators.fetch_day_query import check_fetch_day_query

__all__ = ["FetchDay"]


@model
class FetchDay(Request[None]):
    """GET /days/{Day}"""

    day: Date | str | None = None
    """Left out, it is the client's."""

    zone: Literal["a", "b"] | None = None
    """Left out, it is the client's."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = plain(defaults | _PATH.given(self))
            query = _QUERY.held(defaults) | _QUERY.given(self)
            check_fetch_day_path(path, found)
            check_fetch_day_query(query, found.within(_QUERY))
            found.settle("FetchDay")
            url = server + "/days/" + segment(path["Day"]) + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("FetchDay", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("FetchDay", response)


_HEADERS: dict[str, str] = {}
_PATH = Fields(
    "spec.yaml#/paths/~1days~1{Day}/get",
    {
        "Day": "day",
    },
)

_QUERY = Fields(
    "spec.yaml#/paths/~1days~1{Day}/get",
    {
        "Zone": "zone",
    },
)
