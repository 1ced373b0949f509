"""ListPets: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.decoders import decoded, list_of
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.pet import Pet, read_pet
from ..validators.list_pets_query import check_list_pets_query

__all__ = ["ListPets"]


@model
class ListPets(Request[list[Pet]]):
    """GET /pets"""

    size: int | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_list_pets_query(query, found)
            found.settle("ListPets")
            url = server + "/pets" + query_string(query)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> list[Pet]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, list_of(as_record(read_pet)))
        from ..models.problem import read_problem

        raise failure("ListPets", response, as_record(read_problem))


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "size": "size",
    },
)
