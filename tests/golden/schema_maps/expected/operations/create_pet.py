"""CreatePet: POST /pets"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date, datetime
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
    from ..models.pet_closed import PetClosed
    from ..models.pet_closed_input import PetClosedInput
    from ..models.pet_open import PetOpen
    from ..models.pet_open_input import PetOpenInput
    from ..models.pet_prefixed import PetPrefixed
    from ..models.pet_prefixed_input import PetPrefixedInput

__all__ = ["CreatePet"]


@model
class CreatePet(Request[Pet]):
    """POST /pets"""

    ages: Mapping[str, int] | None = None

    any: Mapping[str, Any] | None = None

    free: Mapping[str, Any] | None = None

    none: Mapping[str, Any] | None = None

    dates: Mapping[str, Mapping[str, Date | str]] | None = None

    by_pattern: Mapping[str, str | datetime] | None = None

    open: PetOpenInput | PetOpen | None = None

    closed: PetClosedInput | PetClosed | None = None

    prefixed: PetPrefixedInput | PetPrefixed | None = None

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
        "ages": "ages",
        "any": "any",
        "free": "free",
        "none": "none",
        "dates": "dates",
        "by_pattern": "by_pattern",
        "open": "open",
        "closed": "closed",
        "prefixed": "prefixed",
    },
)
