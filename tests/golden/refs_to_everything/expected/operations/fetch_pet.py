"""FetchPet: GET /pets/{id}"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.pet import Pet, read_pet
from ..validators.fetch_pet_path import check_fetch_pet_path

__all__ = ["FetchPet"]


@model
class FetchPet(Request[Pet]):
    """GET /pets/{id}"""

    id: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            check_fetch_pet_path(path, found)
            found.settle("FetchPet")
            url = server + "/pets/" + segment(path["id"])
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("FetchPet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_pet)
        raise failure("FetchPet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_PATH = Fields(
    "paths/pet.yaml#/get",
    {
        "id": "id",
    },
)
