"""ListPets: GET /pets"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Style
from .._support.violations import Found
from ..validators.list_pets_query import check_list_pets_query

if TYPE_CHECKING:
    from ..models.filter import Filter
    from ..models.list_pets_page import ListPetsPage

__all__ = ["ListPets"]


@model
class ListPets(Request[None]):
    """GET /pets"""

    since: Date | str

    kinds: Sequence[str] | None = None

    names: Sequence[str] | None = None

    ids: Sequence[int] | None = None

    tags: Sequence[str] | None = None

    page: ListPetsPage | None = None
    """The page wanted."""

    area: Mapping[str, float] | None = None

    filter: Filter | None = None

    path: str | None = None

    all: bool | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = plain(_QUERY.given(self))
            check_list_pets_query(query, found)
            found.settle("ListPets")
            url = server + "/pets" + query_string(query, _QUERY_STYLES)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {}
_QUERY = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "kinds": "kinds",
        "names": "names",
        "ids": "ids",
        "tags": "tags",
        "page": "page",
        "area": "area",
        "filter": "filter",
        "path": "path",
        "all": "all",
        "since": "since",
    },
)
_QUERY_STYLES = {
    "names": Style("form", explode=False),
    "ids": Style("spaceDelimited", explode=False),
    "tags": Style("pipeDelimited", explode=False),
    "area": Style("form", explode=False),
    "filter": Style("deepObject", explode=True),
    "path": Style("form", explode=True, reserved=True),
}
