"""Subscribe: POST /subscriptions"""

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
from ..validators.subscribe_body import check_subscribe_body

__all__ = ["Subscribe"]


@model
class Subscribe(Request[None]):
    """POST /subscriptions"""

    url: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_subscribe_body(body, found)
            found.settle("Subscribe")
            encoded = json_body(body)
            url = server + "/subscriptions"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("Subscribe", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("Subscribe", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1subscriptions/post/requestBody/content/application~1json/schema",
    {
        "url": "url",
    },
)
