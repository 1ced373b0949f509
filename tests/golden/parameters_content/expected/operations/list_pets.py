"""ListPets: GET /pets/{key}"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import header_fields, path_segment, query_string
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Style
from .._support.violations import Found
from ..validators.list_pets_header import check_list_pets_header
from ..validators.list_pets_path import check_list_pets_path
from ..validators.list_pets_query import check_list_pets_query

if TYPE_CHECKING:
    from ..models.list_pets_filter import ListPetsFilter

__all__ = ["ListPets"]


@model
class ListPets(Request[None]):
    """GET /pets/{key}"""

    key: Sequence[int]

    any: Any

    filter: ListPetsFilter | None = None

    x_point: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            query = plain(_QUERY.given(self))
            header = _HEADER.given(self)
            check_list_pets_path(path, found)
            check_list_pets_query(query, found.within(_QUERY))
            check_list_pets_header(header, found.within(_HEADER))
            found.settle("ListPets")
            url = (
                server
                + "/pets/"
                + path_segment("key", path["key"], _PATH_STYLES["key"])
                + query_string(query, _QUERY_STYLES)
            )
            return HttpRequest(
                "GET", url, {**_HEADERS, **header_fields(header, _HEADER_STYLES)}
            )
        except Unwritable as error:
            raise found.unwritable("ListPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {}
_PATH = Fields(
    "spec.yaml#/paths/~1pets~1{key}/get",
    {
        "key": "key",
    },
)
_PATH_STYLES = {
    "key": Style("simple", explode=False, media_type="application/json"),
}

_QUERY = Fields(
    "spec.yaml#/paths/~1pets~1{key}/get",
    {
        "filter": "filter",
        "any": "any",
    },
)
_QUERY_STYLES = {
    "filter": Style("form", explode=True, media_type="application/json"),
}

_HEADER = Fields(
    "spec.yaml#/paths/~1pets~1{key}/get",
    {
        "X-Point": "x_point",
    },
)
_HEADER_STYLES = {
    "X-Point": Style("simple", explode=False, media_type="text/plain"),
}
