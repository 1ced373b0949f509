"""ListPets: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.list_pets_response import ListPetsResponse, read_list_pets_response
from ..validators.list_pets_query import check_list_pets_query

__all__ = ["ListPets"]


@model
class ListPets(Request[ListPetsResponse]):
    """List the pets

    One page of them.

    | a | table |
    | - | - |
    | with | two rows |

    Deprecated.

    GET /pets
    """

    size: int | None = None
    """How many.

    At most 100.

    Default: 20.

    Deprecated.
    """

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
    def read(cls, response: HttpResponse) -> ListPetsResponse:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_list_pets_response)
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "size": "size",
    },
)
