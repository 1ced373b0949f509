"""FindPets: POST /pets"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import querystring
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.find_pets_querystring import check_find_pets_querystring

__all__ = ["FindPets"]


@model
class FindPets(Request[None]):
    """POST /pets"""

    path: str

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERYSTRING, self)
        try:
            search = _QUERYSTRING.given(self)
            check_find_pets_querystring(search, found)
            found.settle("FindPets")
            url = (
                server
                + "/pets"
                + querystring(search.get("path"), "application/jsonpath")
            )
            return HttpRequest("POST", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("FindPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("FindPets", response)


_HEADERS: dict[str, str] = {}
_QUERYSTRING = Fields(
    "spec.yaml#/paths/~1pets/post",
    {
        "path": "path",
    },
)
