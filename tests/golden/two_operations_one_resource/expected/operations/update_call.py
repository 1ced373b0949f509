"""UpdateCall: POST /calls/{Sid}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import Unwritable, form, segment
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Fields, Request
from .._support.violations import Found
from ..models.call import Call, read_call
from ..validators.update_call import check_update_call
from ..validators.update_call_body import check_update_call_body

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

    def build(self, server: str, defaults: Mapping[str, Any]) -> HttpRequest:
        found = Found()
        path = _PATH.given(self)
        check_update_call(
            path, found.within(_PATH, "spec.yaml#/paths/~1calls~1{Sid}/post")
        )
        body = _BODY.given(self)
        check_update_call_body(
            body,
            found.within(
                _BODY,
                "spec.yaml#/paths/~1calls~1{Sid}/post/requestBody/content/application~1x-www-form-urlencoded/schema",
            ),
        )
        found.settle("UpdateCall")
        try:
            encoded = form(body)
        except Unwritable:
            raise found.unwritable("UpdateCall", body) from None
        return HttpRequest(
            method="POST",
            url=server + "/calls/" + segment(path["Sid"]),
            headers=_HEADERS,
            body=encoded,
        )

    @classmethod
    def read(cls, response: HttpResponse) -> Call | None:
        if response.status == 200:
            return read_call(content(response))
        if response.status == 202:
            return None
        raise failure("UpdateCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
}
_PATH = Fields(
    {
        "Sid": "sid",
    }
)
_BODY = Fields(
    {
        "Label": "label",
    }
)
