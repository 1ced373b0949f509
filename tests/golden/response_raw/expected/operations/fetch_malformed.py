"""FetchMalformed: GET /malformed"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["FetchMalformed"]


@model
class FetchMalformed(Request[bytes]):
    """GET /malformed"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/malformed"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> bytes:
        if response.status == 200 or undescribed(response, "200"):
            return response.body
        raise failure("FetchMalformed", response)


_HEADERS: dict[str, str] = {}
