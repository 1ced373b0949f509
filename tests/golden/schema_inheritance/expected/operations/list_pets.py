"""ListPets: GET /pets"""

from __future__ import annotations

from typing import Any, cast

from .._support.decoders import decoded, list_of
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.unions import by_tag
from .._support.unreadable import as_record
from ..models.cat import Cat, read_cat
from ..models.dog import Dog, read_dog
from ..models.pet import Pet, read_pet

__all__ = ["ListPets"]


@model
class ListPets(Request[list[Pet | Cat | Dog]]):
    """GET /pets"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        url = server + "/pets"
        return HttpRequest("GET", url, _HEADERS)

    @classmethod
    def read(cls, response: HttpResponse) -> list[Pet | Cat | Dog]:
        if response.status == 200 or undescribed(response, "200"):
            return cast(
                "list[Pet | Cat | Dog]",
                decoded(
                    response,
                    list_of(
                        by_tag(
                            "kind",
                            {"feline": as_record(read_cat), "Dog": as_record(read_dog)},
                            as_record(read_pet),
                        )
                    ),
                ),
            )
        raise failure("ListPets", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
}
