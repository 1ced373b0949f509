"""CreatePet: POST /pets"""

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
from ..validators.pet import check_pet

if TYPE_CHECKING:
    from ..models.cat import Cat
    from ..models.cat_input import CatInput
    from ..models.dog import Dog
    from ..models.dog_input import DogInput
    from ..models.pet import Pet
    from ..models.pet_input import PetInput

__all__ = ["CreatePet"]


@model
class CreatePet(Request[None]):
    """POST /pets"""

    body: PetInput | Pet | CatInput | Cat | DogInput | Dog

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_pet(
                body["body"], found.inside("body", "spec.yaml#/components/schemas/Pet")
            )
            found.settle("CreatePet")
            encoded = json_body(body["body"])
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
    "spec.yaml#/paths/~1pets/post/requestBody",
    {
        "body": "body",
    },
    frozenset({"body"}),
)
