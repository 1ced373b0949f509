"""CreatePet: POST /pets"""

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
from ..validators.new_pet import check_new_pet

__all__ = ["CreatePet"]


@model
class CreatePet(Request[None]):
    """POST /pets"""

    name: str

    tag: str | None = None

    age: int | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_new_pet(body, found)
            found.settle("CreatePet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/NewPet",
    {
        "tag": "tag",
        "name": "name",
        "age": "age",
    },
)
