"""FetchPhoto: GET /photo"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse, Redirect
from .._support.models import model
from .._support.readers import failure, redirect
from .._support.requests import Request

__all__ = ["FetchPhoto"]


@model
class FetchPhoto(Request[Redirect]):
    """The headers of the answer 302: Location.

    GET /photo
    """

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/photo"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Redirect:
        if response.status == 302:
            return redirect(response)
        raise failure("FetchPhoto", response)


_HEADERS: dict[str, str] = {}
