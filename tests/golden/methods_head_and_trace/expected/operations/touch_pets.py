"""TouchPets: HEAD /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["TouchPets"]


@model
class TouchPets(Request[None]):
    """The headers of the answer 200: X-Count.

    HEAD /pets
    """

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("HEAD", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 200 or undescribed(response, "200"):
            return None
        raise failure("TouchPets", response)


_HEADERS: dict[str, str] = {}
