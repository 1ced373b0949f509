"""EitherPet: GET /either"""

from __future__ import annotations

from typing import Any, cast

from .._support.decoders import decoded, list_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unions import first_of
from .._support.unreadable import as_record
from ..models.pet import Pet, read_pet

__all__ = ["EitherPet"]


@model
class EitherPet(Request[Pet | list[Pet]]):
    """GET /either"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/either"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> Pet | list[Pet]:
        if response.status == 200 or undescribed(response, "200"):
            return cast(
                "Pet | list[Pet]",
                decoded(
                    response,
                    first_of(as_record(read_pet), list_of(as_record(read_pet))),
                ),
            )
        raise failure("EitherPet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
