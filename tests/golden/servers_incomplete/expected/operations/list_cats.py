"""ListCats: GET /cats"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["ListCats"]


@model
class ListCats(Request[None]):
    """GET /cats"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/cats"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("ListCats", response)


_HEADERS: dict[str, str] = {}
