"""PutXml: PUT /xml"""

from __future__ import annotations

from typing import Any

from .._support.bodies import raw_body
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found

__all__ = ["PutXml"]


@model
class PutXml(Request[None]):
    """PUT /xml"""

    body: str | bytes

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            found.settle("PutXml")
            encoded = raw_body(body["body"])
            url = server + "/xml"
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("PutXml", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PutXml", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/xml",
}
_BODY = Fields(
    "spec.yaml#/paths/~1xml/put/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
