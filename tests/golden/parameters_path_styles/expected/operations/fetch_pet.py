"""FetchPet: GET /pets/{id}/{parts}/x{label}/{matrix}/{point}.json"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import path_segment
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Style
from .._support.violations import Found
from ..validators.fetch_pet_path import check_fetch_pet_path

if TYPE_CHECKING:
    from ..models.fetch_pet_point import FetchPetPoint

__all__ = ["FetchPet"]


@model
class FetchPet(Request[None]):
    """GET /pets/{id}/{parts}/x{label}/{matrix}/{point}.json"""

    id: int

    parts: Sequence[str]

    label: str

    matrix: Sequence[int]

    point: FetchPetPoint

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = plain(_PATH.given(self))
            check_fetch_pet_path(path, found)
            found.settle("FetchPet")
            url = (
                server
                + "/pets/"
                + segment(path["id"])
                + "/"
                + path_segment("parts", path["parts"])
                + "/x"
                + path_segment("label", path["label"], _PATH_STYLES["label"])
                + "/"
                + path_segment("matrix", path["matrix"], _PATH_STYLES["matrix"])
                + "/"
                + path_segment("point", path["point"], _PATH_STYLES["point"])
                + ".json"
            )
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
    "spec.yaml#/paths/~1pets~1{id}~1{parts}~1x{label}~1{matrix}~1{point}.json/get",
    {
        "id": "id",
        "parts": "parts",
        "label": "label",
        "matrix": "matrix",
        "point": "point",
    },
)
_PATH_STYLES = {
    "label": Style("label", explode=False),
    "matrix": Style("matrix", explode=True),
    "point": Style("simple", explode=True),
}
