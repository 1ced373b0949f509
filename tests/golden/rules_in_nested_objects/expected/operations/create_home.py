"""CreateHome: POST /homes"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.create_home_body import check_create_home_body

if TYPE_CHECKING:
    from ..models.create_home_pet import CreateHomePet
    from ..models.create_home_room import CreateHomeRoom

__all__ = ["CreateHome"]


@model
class CreateHome(Request[None]):
    """POST /homes"""

    pet: CreateHomePet | None = None
    """Who lives there."""

    rooms: Sequence[CreateHomeRoom] | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_create_home_body(body, found)
            found.settle("CreateHome")
            encoded = json_body(body)
            url = server + "/homes"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateHome", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreateHome", response)


_HEADERS: dict[str, str] = {
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1homes/post/requestBody/content/application~1json/schema",
    {
        "pet": "pet",
        "rooms": "rooms",
    },
)
