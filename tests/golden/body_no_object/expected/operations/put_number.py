"""PutNumber: PUT /number"""

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
from ..validators.put_number_body import check_put_number_body

__all__ = ["PutNumber"]


@model
class PutNumber(Request[None]):
    """PUT /number"""

    body: float | None
    """How many."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_put_number_body(
                body["body"],
                found.inside(
                    "body",
                    "spec.yaml#/paths/~1number/put/requestBody/content/application~1json/schema",
                ),
            )
            found.settle("PutNumber")
            encoded = json_body(body["body"])
            url = server + "/number"
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("PutNumber", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PutNumber", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1number/put/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
