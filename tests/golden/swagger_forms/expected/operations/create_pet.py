"""CreatePet: POST /pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._support.bodies import form_body
from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.styles import Part, Style
from .._support.violations import Found
from ..validators.create_pet_body import check_create_pet_body

__all__ = ["CreatePet"]


@model
class CreatePet(Request[None]):
    """POST /pets"""

    name: str

    tags: Sequence[str] | None = None

    friends: Sequence[str] | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_create_pet_body(body, found)
            found.settle("CreatePet")
            encoded = form_body(body, _PARTS)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/x-www-form-urlencoded",
}
_BODY = Fields(
    "spec.yaml#/paths/~1pets/post/parameters/0",
    {
        "name": "name",
        "tags": "tags",
        "friends": "friends",
    },
)

_PARTS = {
    "friends": Part(style=Style("form", explode=False)),
}
