"""AddPet: POST /alike"""

from __future__ import annotations

from typing import Any, Literal

from .._support.encoding import Unwritable, form
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.pet import check_pet

__all__ = ["AddPet"]


@model
class AddPet(Request[None]):
    """POST /alike"""

    name: str

    age: int | None = None

    content_type: Literal["application/json", "application/x-www-form-urlencoded"] = (
        "application/json"
    )
    """The media type that the body is sent as."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_pet(body, found)
            found.settle("AddPet")
            headers = dict(_HEADERS)
            if self.content_type == "application/json":
                encoded = json_body(body)
                headers["Content-Type"] = "application/json"
            else:
                encoded = form(body)
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            url = server + "/alike"
            return HttpRequest("POST", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("AddPet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("AddPet", response)


_HEADERS: dict[str, str] = {}
_BODY = Fields(
    "spec.yaml#/components/schemas/Pet",
    {
        "name": "name",
        "age": "age",
    },
)
