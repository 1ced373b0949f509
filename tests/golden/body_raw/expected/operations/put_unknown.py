"""PutUnknown: PUT /unknown"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Any

from .._support.bodies import File, file_body
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found

__all__ = ["PutUnknown"]


@model
class PutUnknown(Request[None]):
    """PUT /unknown"""

    body: File | bytes | str | Iterable[bytes] | AsyncIterable[bytes]

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            found.settle("PutUnknown")
            headers = dict(_HEADERS)
            encoded, headers["Content-Type"] = file_body(
                body["body"], "application/x-unknown"
            )
            url = server + "/unknown"
            return HttpRequest("PUT", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("PutUnknown", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PutUnknown", response)


_HEADERS: dict[str, str] = {}
_BODY = Fields(
    "spec.yaml#/paths/~1unknown/put/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
