"""Get: GET /list"""

from __future__ import annotations

from typing import Any

from .._support.decoders import as_text, decoded, list_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["Get"]


@model
class Get(Request[list[str]]):
    """GET /list"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/list"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> list[str]:
        if response.status == 200 or undescribed(response, "200"):
            return decoded(response, list_of(as_text))
        raise failure("Get", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
