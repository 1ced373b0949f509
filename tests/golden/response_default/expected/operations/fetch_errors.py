"""FetchErrors: GET /errors"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure
from .._support.requests import Request
from .._support.unreadable import as_record

__all__ = ["FetchErrors"]


@model
class FetchErrors(Request[bytes]):
    """GET /errors"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/errors"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> bytes:
        if 200 <= response.status < 300:
            return response.body
        if response.status == 404:
            from ..models.problem import read_problem

            raise failure("FetchErrors", response, as_record(read_problem))
        raise failure("FetchErrors", response)


_HEADERS: dict[str, str] = {}
