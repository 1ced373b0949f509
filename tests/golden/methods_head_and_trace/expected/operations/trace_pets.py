"""TracePets: TRACE /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["TracePets"]


@model
class TracePets(Request[bytes]):
    """TRACE /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("TRACE", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> bytes:
        if response.status == 200 or undescribed(response, "200"):
            return response.body
        raise failure("TracePets", response)


_HEADERS: dict[str, str] = {
    "Accept": "message/http",
}
