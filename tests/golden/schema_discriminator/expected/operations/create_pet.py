"""CreatePet: POST /pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._support.decoders import decoded
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure
from .._support.requests import Request
from .._support.unions import by_tag, kept, one_of
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.cat import Cat, read_cat
from ..models.dog import Dog, read_dog
from ..types.pet import Pet
from ..validators.cat import is_cat
from ..validators.dog import is_dog
from ..validators.pet import check_pet

if TYPE_CHECKING:
    from ..types.pet_input import PetInput

__all__ = ["CreatePet"]


@model
class CreatePet(Request[Pet | dict[str, Any]]):
    """POST /pets"""

    body: PetInput | Pet

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
    def read(cls, response: HttpResponse) -> Pet | dict[str, Any]:
        if response.status == 200:
            return cast(
                "Pet | dict[str, Any]",
                decoded(
                    response,
                    by_tag(
                        "kind",
                        {
                            "cat": as_record(read_cat),
                            "kitten": as_record(read_cat),
                            "dog": as_record(read_dog),
                        },
                        unknown=one_of(
                            kept("kind"),
                            (is_cat, as_record(read_cat)),
                            (is_dog, as_record(read_dog)),
                        ),
                    ),
                ),
            )
        if response.status == 201:
            return cast(
                "Cat | Dog | dict[str, Any]",
                decoded(
                    response,
                    by_tag(
                        "kind",
                        {"Cat": as_record(read_cat), "Dog": as_record(read_dog)},
                        unknown=one_of(
                            (is_cat, as_record(read_cat)),
                            (is_dog, as_record(read_dog)),
                            kept("kind"),
                        ),
                    ),
                ),
            )
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
