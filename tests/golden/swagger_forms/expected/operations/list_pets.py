"""ListPets: GET /pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from .._support.decoders import as_text, decoded, list_of
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import query_string
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Style
from .._support.text_bodies import text_of
from .._support.violations import Found
from ..validators.list_pets_query import check_list_pets_query

__all__ = ["ListPets"]


@model
class ListPets(Request[str | list[str]]):
    """GET /pets"""

    csv: Sequence[str] | None = None

    ssv: Sequence[str] | None = None

    tsv: Sequence[str] | None = None

    pipes: Sequence[str] | None = None

    multi: Sequence[Literal["a", "b"]] | None = None
    """Default: ["a"]."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_QUERY, self)
        try:
            query = _QUERY.given(self)
            check_list_pets_query(query, found)
            found.settle("ListPets")
            url = server + "/pets" + query_string(query, _QUERY_STYLES)
            return HttpRequest("GET", url, _HEADERS)
        except Unwritable as error:
            raise found.unwritable("ListPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> str | list[str]:
        if response.status == 200 or undescribed(response, "200"):
            if response.media_type == "text/csv":
                return text_of(response)
            return decoded(response, list_of(as_text))
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "text/csv, application/json",
}
_QUERY = Fields(
    "spec.yaml#/paths/~1pets/get",
    {
        "csv": "csv",
        "ssv": "ssv",
        "tsv": "tsv",
        "pipes": "pipes",
        "multi": "multi",
    },
)
_QUERY_STYLES = {
    "csv": Style("form", explode=False),
    "ssv": Style("spaceDelimited", explode=False),
    "tsv": Style("tabDelimited", explode=False),
    "pipes": Style("pipeDelimited", explode=False),
}
