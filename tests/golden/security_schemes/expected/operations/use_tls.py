"""UseTls: GET /tls"""

from __future__ import annotations

from typing import Any, ClassVar

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["UseTls"]


@model
class UseTls(Request[None]):
    """GET /tls"""

    _security: ClassVar[tuple[tuple[str, ...], ...] | None] = (("tls",),)

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/tls"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("UseTls", response)


_HEADERS: dict[str, str] = {}
