"""CreatePet: POST /pets"""

from __future__ import annotations

from collections.abc import Sequence
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
from ..models.pet import Pet, read_pet
from ..validators.pet import check_pet

if TYPE_CHECKING:
    from ..models.pet_open_second import PetOpenSecond
    from ..models.pet_open_second_input import PetOpenSecondInput

__all__ = ["CreatePet"]


@model
class CreatePet(Request[Pet]):
    """POST /pets"""

    place: Sequence[float] | None = None

    open: Sequence[str | PetOpenSecondInput | PetOpenSecond] | None = None

    rest: Sequence[str | int] | None = None

    grid: Sequence[Sequence[int]] | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_pet(body, found)
            found.settle("CreatePet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_pet)
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Pet",
    {
        "place": "place",
        "open": "open",
        "rest": "rest",
        "grid": "grid",
    },
)
