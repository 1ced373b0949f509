"""SearchPets: POST /flat"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.search_pets_body import check_search_pets_body

__all__ = ["SearchPets"]


@model
class SearchPets(Request[None]):
    """POST /flat"""

    kind: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            if body:
                check_search_pets_body(body, found)
            found.settle("SearchPets")
            headers = dict(_HEADERS)
            encoded = b""
            if body:
                encoded = json_body(body)
                headers["Content-Type"] = "application/json"
            url = server + "/flat"
            return HttpRequest("POST", url, headers, encoded)
        except Unwritable as error:
            raise found.unwritable("SearchPets", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("SearchPets", response)


_HEADERS: dict[str, str] = {}
_BODY = Fields(
    "spec.yaml#/paths/~1flat/post/requestBody/content/application~1json/schema",
    {
        "kind": "kind",
    },
)
