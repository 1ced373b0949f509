"""CreatePet: POST /pets"""

from __future__ import annotations

from typing import Any

from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request

__all__ = ["CreatePet"]


@model
class CreatePet(Request[None]):
    """Add a pet

    The headers of the answer 201: X-Rate-Limit, Location.

    After the answer 201, fetch: fetchPet: The pet that was made.

    After the answer 201, feed:
    https://other.example.com/openapi.yaml#/paths/~1feed/post.

    POST /pets
    """

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("POST", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 201 or undescribed(response, "201"):
            return None
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {}
