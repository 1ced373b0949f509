"""CreateCall: POST /calls"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable, form
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure
from .._support.requests import Request
from .._support.violations import Found
from ..validators.create_call_body import check_create_call_body

if TYPE_CHECKING:
    from ..models.create_call_body import CreateCallBody


__all__ = ["CreateCall"]


@model
class CreateCall(Request[None]):
    """POST /calls"""

    body: CreateCallBody | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        body = plain(_BODY.given(self))
        found = Found(_BODY)
        if body:
            check_create_call_body(
                body["body"],
                found.inside(
                    "body",
                    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema",
                ),
            )
        found.settle("CreateCall")
        try:
            headers = dict(_HEADERS)
            encoded = b""
            if body:
                encoded = form(body["body"])
                headers["Content-Type"] = "application/x-www-form-urlencoded"

            url = server + "/calls"
            return HttpRequest("POST", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204:
            return None
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {}
_BODY = Fields(
    "spec.yaml#/paths/~1calls/post/requestBody",
    {
        "body": "body",
    },
)
