"""FetchPet: GET /pets/{id}"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.fetch_pet_path import check_fetch_pet_path

__all__ = ["FetchPet"]


@model
class FetchPet(Request[None]):
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
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("FetchPet", response)


_HEADERS: dict[str, str] = {}
_PATH = Fields(
    "spec.yaml#/paths/~1pets~1{id}/get",
    {
        "id": "id",
    },
)
