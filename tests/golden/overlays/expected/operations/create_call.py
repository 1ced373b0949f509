"""CreateCall: POST /calls"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.call import check_call

__all__ = ["CreateCall"]


@model
class CreateCall(Request[None]):
    """POST /calls"""

    to: str
    """Who is called."""

    from_: str
    """Who is called."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_call(body, found)
            found.settle("CreateCall")
            encoded = json_body(body)
            url = server + "/calls"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 201 or undescribed(response, "201"):
            return None
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Call",
    {
        "to": "to",
        "from": "from_",
    },
)
