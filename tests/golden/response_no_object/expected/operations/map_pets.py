"""MapPets: GET /map"""

from __future__ import annotations

from typing import Any

from .._support.decoders import decoded, map_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unreadable import as_record
from ..models.pet import Pet, read_pet

__all__ = ["MapPets"]


@model
class MapPets(Request[dict[str, Pet]]):
    """GET /map"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/map"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> dict[str, Pet]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, map_of(as_record(read_pet)))
        raise failure("MapPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
