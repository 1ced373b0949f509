"""FetchCall: GET /calls/{Sid}"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.call import Call, read_call
from ..validators.fetch_call_path import check_fetch_call_path

__all__ = ["FetchCall"]


@model
class FetchCall(Request[Call]):
    """Fetch a call

    GET /calls/{Sid}
    """

    sid: str
    """The call"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            check_fetch_call_path(path, found)
            found.settle("FetchCall")
            url = server + "/calls/" + segment(path["Sid"])
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("FetchCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Call:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_call)
        raise failure("FetchCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_PATH = Fields(
    "spec.yaml#/paths/~1calls~1{Sid}/get",
    {
        "Sid": "sid",
    },
)
