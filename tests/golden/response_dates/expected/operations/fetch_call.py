"""FetchCall: GET /calls"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.unreadable import as_record
from ..models.call import Call, read_call

__all__ = ["FetchCall"]


@model
class FetchCall(Request[Call]):
    """GET /calls"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/calls"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Call:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_call)
        from ..models.error import read_error

        raise failure("FetchCall", response, as_record(read_error))


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
