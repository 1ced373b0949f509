"""PutText: PUT /text"""

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

__all__ = ["PutText"]


@model
class PutText(Request[None]):
    """PUT /text"""

    body: str | bytes
    """The text."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            found.settle("PutText")
            encoded = raw_body(body["body"])
            url = server + "/text"
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("PutText", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PutText", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "text/plain",
}
_BODY = Fields(
    "spec.yaml#/paths/~1text/put/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
