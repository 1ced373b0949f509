"""QueryPets: QUERY /pets"""

from __future__ import annotations

from typing import Any

from .._support.decoders import as_text, decoded, list_of
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.query_pets_body import check_query_pets_body

__all__ = ["QueryPets"]


@model
class QueryPets(Request[list[str]]):
    """QUERY /pets"""

    kind: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_query_pets_body(body, found)
            found.settle("QueryPets")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("QUERY", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("QueryPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> list[str]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, list_of(as_text))
        raise failure("QueryPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1pets/query/requestBody/content/application~1json/schema",
    {
        "kind": "kind",
    },
)
