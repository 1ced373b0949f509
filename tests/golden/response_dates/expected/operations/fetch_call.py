"""FetchCall: GET /calls"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure
from .._support.requests import Request
from .._support.violations import Found
from ..models.call import Call
from ..models.error import Error

__all__ = ["FetchCall"]


@model
class FetchCall(Request[Call]):
    """GET /calls"""

    def _build(self, server: str, defaults: Mapping[str, Any]) -> HttpRequest:
        found = Found()
        found.settle("FetchCall")
        return HttpRequest(
            method="GET",
            url=server + "/calls",
            headers=_HEADERS,
        )

    @classmethod
    def _read(cls, response: HttpResponse) -> Call:
        if response.status == 200:
            return Call._read(content(response))
        raise failure("FetchCall", response, Error._read)


_HEADERS = {
    "Accept": "application/json",
}
