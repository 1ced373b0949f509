"""AddPet: POST /pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._support.decoders import decoded, nullable
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unions import by_tag, kept, one_of
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.cat import read_cat
from ..models.dog import read_dog
from ..types.pet import Pet
from ..validators.animal import check_animal
from ..validators.cat import resembles_cat
from ..validators.dog import resembles_dog

if TYPE_CHECKING:
    from ..types.animal import Animal

__all__ = ["AddPet"]


@model
class AddPet(Request[Pet | dict[str, Any] | None]):
    """POST /pets"""

    body: Animal | Pet

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_animal(
                body["body"],
                found.inside("body", "spec.yaml#/components/schemas/Animal"),
            )
            found.settle("AddPet")
            encoded = json_body(body["body"])
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("AddPet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Pet | dict[str, Any] | None:
        if response.status == 200 or undescribed(response, "200"):
            return cast(
                "Pet | dict[str, Any] | None",
                decoded(
                    response,
                    nullable(
                        by_tag(
                            "kind",
                            {"cat": as_record(read_cat), "dog": as_record(read_dog)},
                            unknown=one_of(
                                kept("kind"),
                                (resembles_cat, as_record(read_cat)),
                                (resembles_dog, as_record(read_dog)),
                            ),
                        )
                    ),
                ),
            )
        raise failure("AddPet", response)


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
