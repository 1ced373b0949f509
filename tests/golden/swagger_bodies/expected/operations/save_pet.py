"""SavePet: PUT /pets/{id}"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.pet import Pet, read_pet
from ..validators.pet import check_pet
from ..validators.save_pet_path import check_save_pet_path

__all__ = ["SavePet"]


@model
class SavePet(Request[Pet]):
    """The headers of the answer 200: X-Count.

    PUT /pets/{id}
    """

    id: int

    name: str | None

    weight: float | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            body = _BODY.given(self)
            check_save_pet_path(path, found)
            check_pet(body, found.within(_BODY))
            found.settle("SavePet")
            encoded = json_body(body)
            url = server + "/pets/" + segment(path["id"])
            return HttpRequest("PUT", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("SavePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_pet)
        from ..models.error import read_error

        raise failure("SavePet", response, as_record(read_error))


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_PATH = Fields(
    "spec.yaml#/paths/~1pets~1{id}/put",
    {
        "id": "id",
    },
)

_BODY = Fields(
    "spec.yaml#/definitions/Pet",
    {
        "name": "name",
        "weight": "weight",
    },
    frozenset({"name"}),
)
