"""ChangePet: PATCH /pets"""

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
from ..validators.change import check_change

__all__ = ["ChangePet"]


@model
class ChangePet(Request[None]):
    """PATCH /pets"""

    tag: str | None = None

    name: str | None = None

    age: int | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_change(body, found)
            found.settle("ChangePet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("PATCH", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("ChangePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ChangePet", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Change",
    {
        "tag": "tag",
        "name": "name",
        "age": "age",
    },
)
