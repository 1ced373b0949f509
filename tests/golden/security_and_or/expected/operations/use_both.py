"""UseBoth: GET /both"""

from __future__ import annotations

from typing import Any, ClassVar

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["UseBoth"]


@model
class UseBoth(Request[None]):
    """GET /both"""

    _security: ClassVar[tuple[tuple[str, ...], ...] | None] = (
        (
            "key",
            "secret",
        ),
        ("token",),
    )

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/both"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("UseBoth", response)


_HEADERS: dict[str, str] = {}
