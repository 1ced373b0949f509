"""CreateCall: POST /calls"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, form
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.create_call_body import check_create_call_body

__all__ = ["CreateCall"]


@model
class CreateCall(Request[None]):
    """POST /calls"""

    body_call_sid: str | None = None

    body_call_underscore_sid: str | None = None

    body_call_dash_sid: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_create_call_body(body, found)
            found.settle("CreateCall")
            encoded = form(body)
            url = server + "/calls"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/x-www-form-urlencoded",
}
_BODY = Fields(
    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema",
    {
        "CallSid": "body_call_sid",
        "call_sid": "body_call_underscore_sid",
        "Call-SID": "body_call_dash_sid",
    },
)
