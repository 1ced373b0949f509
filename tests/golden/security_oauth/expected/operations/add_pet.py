"""AddPet: POST /pets"""

from __future__ import annotations

from typing import Any, ClassVar

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["AddPet"]


@model
class AddPet(Request[None]):
    """POST /pets"""

    _security: ClassVar[tuple[tuple[str, ...], ...] | None] = (
        ("app",),
        ("user",),
    )

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("POST", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("AddPet", response)


_HEADERS: dict[str, str] = {}
