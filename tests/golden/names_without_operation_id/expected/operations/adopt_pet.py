"""AdoptPet: POST /v1/pets/{petId}:adopt"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.adopt_pet_path import check_adopt_pet_path

__all__ = ["AdoptPet"]


@model
class AdoptPet(Request[None]):
    """POST /v1/pets/{petId}:adopt"""

    pet_id: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            check_adopt_pet_path(path, found)
            found.settle("AdoptPet")
            url = server + "/v1/pets/" + segment(path["petId"]) + ":adopt"
            return HttpRequest("POST", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("AdoptPet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("AdoptPet", response)


_HEADERS: dict[str, str] = {}
_PATH = Fields(
    "spec.yaml#/paths/~1v1~1pets~1{petId}:adopt/post",
    {
        "petId": "pet_id",
    },
)
