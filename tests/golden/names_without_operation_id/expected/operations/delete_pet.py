"""DeletePet: DELETE /v1/pets/{petId}"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.delete_pet_path import check_delete_pet_path

__all__ = ["DeletePet"]


@model
class DeletePet(Request[None]):
    """DELETE /v1/pets/{petId}"""

    pet_id: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            check_delete_pet_path(path, found)
            found.settle("DeletePet")
            url = server + "/v1/pets/" + segment(path["petId"])
            return HttpRequest("DELETE", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("DeletePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("DeletePet", response)


_HEADERS: dict[str, str] = {}
_PATH = Fields(
    "spec.yaml#/paths/~1v1~1pets~1{petId}/delete",
    {
        "petId": "pet_id",
    },
)
