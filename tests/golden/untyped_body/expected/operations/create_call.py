"""CreateCall: POST /calls"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.text_bodies import text_of
from .._support.violations import Found
from ..validators.create_call_body import check_create_call_body

__all__ = ["CreateCall"]


@model
class CreateCall(Request[str]):
    """POST /calls"""

    body: Mapping[str, Any]

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_call_body(
                body["body"],
                found.inside(
                    "body",
                    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema",
                ),
            )
            found.settle("CreateCall")
            encoded = json_body(body["body"])
            url = server + "/calls"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> str:
        if response.status == 200 or undescribed(response, "200"):
            return text_of(response)
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "text/csv",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1calls/post/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
