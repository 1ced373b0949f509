"""FetchCall: GET /calls/{Sid}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import segment
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Fields, Request
from .._support.violations import Found
from ..models.call import Call, read_call
from ..validators.fetch_call import check_fetch_call

__all__ = ["FetchCall"]


@model
class FetchCall(Request[Call]):
    """Fetch a call

    GET /calls/{Sid}
    """

    sid: str
    """The call"""

    def build(self, server: str, defaults: Mapping[str, Any]) -> HttpRequest:
        found = Found()
        path = _PATH.given(self)
        check_fetch_call(
            path, found.within(_PATH, "spec.yaml#/paths/~1calls~1{Sid}/get")
        )
        found.settle("FetchCall")
        return HttpRequest(
            method="GET",
            url=server + "/calls/" + segment(path["Sid"]),
            headers=_HEADERS,
        )

    @classmethod
    def read(cls, response: HttpResponse) -> Call:
        if response.status == 200:
            return read_call(content(response))
        raise failure("FetchCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_PATH = Fields(
    {
        "Sid": "sid",
    }
)
