"""FetchPet: GET /pets/{id}"""

from __future__ import annotations

from typing import Any, Literal

from .._support.encoding import Unwritable, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import header_fields, query_string
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.fetch_pet_header import check_fetch_pet_header
from ..validators.fetch_pet_path import check_fetch_pet_path
from ..validators.fetch_pet_query import check_fetch_pet_query

__all__ = ["FetchPet"]


@model
class FetchPet(Request[None]):
    """One pet.

    GET /pets/{id}
    """

    id: str
    """Which pet."""

    query_lang: Literal["en", "de"]
    """The operation's word."""

    header_lang: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            query = _QUERY.given(self)
            header = _HEADER.given(self)
            check_fetch_pet_path(path, found)
            check_fetch_pet_query(query, found.within(_QUERY))
            check_fetch_pet_header(header, found.within(_HEADER))
            found.settle("FetchPet")
            url = server + "/pets/" + segment(path["id"]) + query_string(query)
            return HttpRequest("GET", url, {**_HEADERS, **header_fields(header)})
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

_QUERY = Fields(
    "spec.yaml#/paths/~1pets~1{id}/get",
    {
        "lang": "query_lang",
    },
)

_HEADER = Fields(
    "spec.yaml#/paths/~1pets~1{id}/get",
    {
        "lang": "header_lang",
    },
)
