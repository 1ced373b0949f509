"""CreateCall: POST /calls"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from .._support.encoding import Unwritable, form
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure
from .._support.requests import Fields, Request
from .._support.violations import Found
from ..validators.create_call_body import check_create_call_body

__all__ = ["CreateCall"]


@model
class CreateCall(Request[None]):
    """POST /calls"""

    count: int | None = None
    """How many"""

    ratio: float | None = None

    level: Literal[1, 2, 3] | None = None

    def build(self, server: str, defaults: Mapping[str, Any]) -> HttpRequest:
        found = Found()
        body = _BODY.given(self)
        check_create_call_body(
            body,
            found.within(
                _BODY,
                "spec.yaml#/paths/~1calls/post/requestBody/content/application~1x-www-form-urlencoded/schema",
            ),
        )
        found.settle("CreateCall")
        try:
            encoded = form(body)
        except Unwritable:
            raise found.unwritable("CreateCall", body) from None
        return HttpRequest(
            method="POST",
            url=server + "/calls",
            headers=_HEADERS,
            body=encoded,
        )

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204:
            return None
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/x-www-form-urlencoded",
}
_BODY = Fields(
    {
        "Count": "count",
        "Ratio": "ratio",
        "Level": "level",
    }
)
