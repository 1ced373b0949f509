"""FetchOnly: GET /only"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Request
from .._support.unreadable import as_record
from ..models.pet import Pet, read_pet

__all__ = ["FetchOnly"]


@model
class FetchOnly(Request[Pet]):
    """GET /only"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/only"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if 200 <= response.status < 300:
            return content(response, read_pet)
        raise failure("FetchOnly", response, as_record(read_pet))


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
