"""CreatePet: POST /pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.dog import Dog, read_dog
from ..validators.dog import check_dog

if TYPE_CHECKING:
    from ..models.tail import Tail
    from ..models.tail_input import TailInput

__all__ = ["CreatePet"]


@model
class CreatePet(Request[Dog]):
    """POST /pets"""

    name: str

    tail: TailInput | Tail
    """Its own words."""

    age: int | None = None

    kind: Literal["dog"] | None = None

    chip: str | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_dog(body, found)
            found.settle("CreatePet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Dog:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_dog)
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Dog",
    {
        "name": "name",
        "age": "age",
        "kind": "kind",
        "chip": "chip",
        "tail": "tail",
    },
)
