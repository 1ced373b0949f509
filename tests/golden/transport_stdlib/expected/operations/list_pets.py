"""ListPets: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.decoders import as_text, decoded, list_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["ListPets"]


@model
class ListPets(Request[list[str]]):
    """GET /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> list[str]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, list_of(as_text))
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
