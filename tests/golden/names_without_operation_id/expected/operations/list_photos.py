"""ListPhotos: GET /v1/pets/{petId}/photos"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.list_photos_path import check_list_photos_path

__all__ = ["ListPhotos"]


@model
class ListPhotos(Request[None]):
    """GET /v1/pets/{petId}/photos"""

    pet_id: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            check_list_photos_path(path, found)
            found.settle("ListPhotos")
            url = server + "/v1/pets/" + segment(path["petId"]) + "/photos"
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListPhotos", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ListPhotos", response)


_HEADERS: dict[str, str] = {}
_PATH = Fields(
    "spec.yaml#/paths/~1v1~1pets~1{petId}~1photos/get",
    {
        "petId": "pet_id",
    },
)
