"""UpdateCall: POST /calls/{Sid}"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, form, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Request
from .._support.violations import Found
from ..models.call import Call, read_call
from ..validators.update_call_body import check_update_call_body
from ..validators.update_call_path import check_update_call_path

__all__ = ["UpdateCall"]


@model
class UpdateCall(Request[Call | None]):
    """Update a call

    POST /calls/{Sid}
    """

    sid: str
    """The call"""

    label: str | None = None
    """A new name"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            body = _BODY.given(self)
            check_update_call_path(path, found)
            check_update_call_body(body, found.within(_BODY))
            found.settle("UpdateCall")
            encoded = form(body)
            url = server + "/calls/" + segment(path["Sid"])
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("UpdateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Call | None:
        if response.status == 200:
            return content(response, read_call)
        if response.status == 202:
            return None
        raise failure("UpdateCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
}
_PATH = Fields(
    "spec.yaml#/paths/~1calls~1{Sid}/post",
    {
        "Sid": "sid",
    },
)

_BODY = Fields(
    "spec.yaml#/paths/~1calls~1{Sid}/post/requestBody/content/application~1x-www-form-urlencoded/schema",
    {
        "Label": "label",
    },
)
