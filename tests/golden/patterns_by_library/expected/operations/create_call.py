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
from .._support.unset import UNSET
from .._support.violations import Found
from ..validators.create_call_body import check_create_call_body

__all__ = ["CreateCall"]


@model
class CreateCall(Request[None]):
    """POST /calls"""

    price: str | None = None

    greek: str | None = None

    twice: str | None = None

    date: str | None = None

    plain: str | None = None

    other: Any = UNSET

    either: str | int | None = None

    extra: Mapping[str, Any] | None = None
    """Properties that the description does not name, by their wire names."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self) | dict(self.extra or {}))
            check_create_call_body(body, found)
            found.settle("CreateCall")
            encoded = json_body(body)
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
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1calls/post/requestBody/content/application~1json/schema",
    {
        "price": "price",
        "greek": "greek",
        "twice": "twice",
        "date": "date",
        "plain": "plain",
        "other": "other",
        "either": "either",
    },
    frozenset({"other"}),
)
