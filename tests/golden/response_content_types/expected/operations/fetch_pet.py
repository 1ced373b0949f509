"""FetchPet: GET /same"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from ..models.pet import Pet, read_pet

__all__ = ["FetchPet"]


@model
class FetchPet(Request[Pet | bytes]):
    """GET /same"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/same"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Pet | bytes:
        if response.status == 200 or undescribed(response, "200"):
            if response.media_type in ("application/json", "application/hal+json"):
                return content(response, read_pet)
            return response.body
        raise failure("FetchPet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json, application/hal+json; charset=utf-8, */*",
}
