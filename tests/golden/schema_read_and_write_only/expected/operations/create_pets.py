"""CreatePets: POST /pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.pet import Pet, read_pet
from ..validators.create_pets_body import check_create_pets_body

if TYPE_CHECKING:
    from ..models.pet_input import PetInput

__all__ = ["CreatePets"]


@model
class CreatePets(Request[Pet]):
    """POST /pets"""

    _secret: ClassVar[frozenset[str]] = frozenset({"body"})

    body: Sequence[PetInput | Pet]

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_pets_body(
                body["body"],
                found.inside(
                    "body",
                    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema",
                ),
            )
            found.settle("CreatePets")
            encoded = json_body(body["body"])
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_pet)
        raise failure("CreatePets", response)


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
