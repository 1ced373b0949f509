"""PetsV1FetchAllThings: GET /dotted"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["PetsV1FetchAllThings"]


@model
class PetsV1FetchAllThings(Request[None]):
    """GET /dotted"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/dotted"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("PetsV1FetchAllThings", response)


_HEADERS: dict[str, str] = {}
