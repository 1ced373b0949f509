"""FetchPet: GET /pets"""

from __future__ import annotations

from typing import Any, cast

from .._support.decoders import decoded
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unions import by_tag
from .._support.unreadable import as_record
from ..models.cat import read_cat
from ..models.other import read_other
from ..types.pet import Pet

__all__ = ["FetchPet"]


@model
class FetchPet(Request[Pet]):
    """GET /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if response.status == 200 or undescribed(response, "200"):
            return cast(
                "Pet",
                decoded(
                    response,
                    by_tag(
                        "kind",
                        {"cat": as_record(read_cat), "Other": as_record(read_other)},
                        as_record(read_other),
                    ),
                ),
            )
        raise failure("FetchPet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
