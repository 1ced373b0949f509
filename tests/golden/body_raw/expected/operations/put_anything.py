"""PutAnything: PUT /anything"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found

__all__ = ["PutAnything"]


@model
class PutAnything(Request[None]):
    """PUT /anything"""

    body: Any

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            found.settle("PutAnything")
            encoded = json_body(body["body"])
            url = server + "/anything"
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("PutAnything", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PutAnything", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1anything/put/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
