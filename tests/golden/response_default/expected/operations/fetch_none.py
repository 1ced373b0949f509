"""FetchNone: GET /none"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure
from .._support.requests import Request

__all__ = ["FetchNone"]


@model
class FetchNone(Request[bytes]):
    """GET /none"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/none"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> bytes:
        if 200 <= response.status < 300:
            return response.body
        raise failure("FetchNone", response)


_HEADERS: dict[str, str] = {}
