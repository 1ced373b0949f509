"""AddPet: POST /whole"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.add_pet_body import check_add_pet_body

if TYPE_CHECKING:
    from ..models.add_pet_body import AddPetBody

__all__ = ["AddPet"]


@model
class AddPet(Request[None]):
    """POST /whole"""

    body: AddPetBody | None = None
    """The pet."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            if body:
                check_add_pet_body(
                    body["body"],
                    found.inside(
                        "body",
                        "spec.yaml#/paths/~1whole/post/requestBody/content/application~1json/schema",
                    ),
                )
            found.settle("AddPet")
            headers = dict(_HEADERS)
            encoded = b""
            if body:
                encoded = json_body(body["body"])
                headers["Content-Type"] = "application/json"
            url = server + "/whole"
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
    "spec.yaml#/paths/~1whole/post/requestBody",
    {
        "body": "body",
    },
)
