"""AddPet: POST /pets"""

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
from ..validators.add_pet_json_body import check_add_pet_json_body

__all__ = ["AddPet"]


@model
class AddPet(Request[None]):
    """POST /pets"""

    name: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_add_pet_json_body(body, found)
            found.settle("AddPet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("AddPet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("AddPet", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema",
    {
        "name": "name",
    },
)
