"""CreatePet: POST /pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.home import Home, read_home
from ..validators.create_pet_body import check_create_pet_body

if TYPE_CHECKING:
    from ..models.cat import Cat
    from ..models.cat_input import CatInput
    from ..models.dog import Dog
    from ..models.dog_input import DogInput

__all__ = ["CreatePet"]


@model
class CreatePet(Request[Home]):
    """POST /pets"""

    body: CatInput | Cat | DogInput | Dog

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_pet_body(
                body["body"],
                found.inside(
                    "body",
                    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema",
                ),
            )
            found.settle("CreatePet")
            encoded = json_body(body["body"])
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Home:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_home)
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1pets/post/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
