"""PetsList: GET /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.pagination import ByUri
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from ..models.pets_list_response import PetsListResponse, read_pets_list_response

__all__ = ["PetsList"]


@model
class PetsList(Request[PetsListResponse]):
    """GET /pets"""

    _pages = ByUri("next_link", items="value")

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> PetsListResponse:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_pets_list_response)
        raise failure("PetsList", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
