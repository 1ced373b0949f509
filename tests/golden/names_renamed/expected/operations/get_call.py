"""GetCall: GET /calls/{Sid}"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.phone_call import PhoneCall, read_phone_call
from ..validators.get_call_path import check_get_call_path

__all__ = ["GetCall"]


@model
class GetCall(Request[PhoneCall]):
    """One call

    GET /calls/{Sid}
    """

    call_sid: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            check_get_call_path(path, found)
            found.settle("GetCall")
            url = server + "/calls/" + segment(path["Sid"])
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("GetCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> PhoneCall:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_phone_call)
        raise failure("GetCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_PATH = Fields(
    "spec.yaml#/paths/~1calls~1{Sid}/get",
    {
        "Sid": "call_sid",
    },
)
