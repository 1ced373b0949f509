"""CopyPets: COPY /pets"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.copy_pets_query import check_copy_pets_query

__all__ = ["CopyPets"]


@model
class CopyPets(Request[None]):
    """COPY /pets"""

    to: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_copy_pets_query(query, found)
            found.settle("CopyPets")
            url = server + "/pets" + query_string(query)
            return HttpRequest("COPY", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("CopyPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CopyPets", response)


_HEADERS: dict[str, str] = {}
_QUERY = Fields(
    "spec.yaml#/paths/~1pets/additionalOperations/COPY",
    {
        "to": "to",
    },
)
