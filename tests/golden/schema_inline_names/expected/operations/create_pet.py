"""CreatePet: POST /pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import content, failure
from .._support.requests import Request
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.create_pet200_response import (
    CreatePet200Response,
    read_create_pet200_response,
)
from ..models.create_pet202_response import (
    CreatePet202Response,
    read_create_pet202_response,
)
from ..validators.create_pet_body import check_create_pet_body

if TYPE_CHECKING:
    from ..models.create_pet_home import CreatePetHome
    from ..models.create_pet_owner import CreatePetOwner
    from ..models.create_pet_way_by_car import CreatePetWayByCar
    from ..models.create_pet_way_with_shoes import CreatePetWayWithShoes
    from ..models.create_pet_way_with_train import CreatePetWayWithTrain

__all__ = ["CreatePet"]


@model
class CreatePet(Request[CreatePet200Response | CreatePet202Response]):
    """POST /pets"""

    home: CreatePetHome | None = None

    owner: CreatePetOwner | None = None
    """The owner"""

    way: CreatePetWayByCar | CreatePetWayWithTrain | CreatePetWayWithShoes | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_pet_body(body, found)
            found.settle("CreatePet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(
        cls, response: HttpResponse
    ) -> CreatePet200Response | CreatePet202Response:
        if response.status == 200:
            return content(response, read_create_pet200_response)
        if response.status == 202:
            return content(response, read_create_pet202_response)
        from ..models.create_pet_default_error import read_create_pet_default_error

        raise failure("CreatePet", response, as_record(read_create_pet_default_error))


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema",
    {
        "home": "home",
        "owner": "owner",
        "way": "way",
    },
)
