"""ListPets: GET /pets"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.list_pets_query import check_list_pets_query

__all__ = ["ListPets"]


@model
class ListPets(Request[None]):
    """GET /pets"""

    size: int | None = None
    """How many.

    Default: 20.
    """

    kinds: Sequence[str] | None = None
    """Default: ["dog", "c\\"at"]."""

    all: bool | None = None
    """Default: false."""

    none: str | None = None
    """Default: null."""

    on: Mapping[str, Any] | None = None
    """Default: {"a": 1}."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = plain(_QUERY.given(self))
            check_list_pets_query(query, found)
            found.settle("ListPets")
            url = server + "/pets" + query_string(query)
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
        "size": "size",
        "kinds": "kinds",
        "all": "all",
        "none": "none",
        "on": "on",
    },
)
