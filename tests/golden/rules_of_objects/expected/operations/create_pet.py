"""CreatePet: POST /pets"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.plain import plain
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.create_pet_body import check_create_pet_body

__all__ = ["CreatePet"]


@model
class CreatePet(Request[None]):
    """POST /pets"""

    owner: str | None = None

    phone: str | None = None

    street: str | None = None

    town: str | None = None

    secret: str | None = None

    extra: Mapping[str, int] | None = None
    """Properties that the description does not name, by their wire names."""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self) | dict(self.extra or {}))
            check_create_pet_body(body, found)
            found.settle("CreatePet")
            encoded = json_body(body)
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
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema",
    {
        "owner": "owner",
        "phone": "phone",
        "street": "street",
        "town": "town",
        "secret": "secret",
    },
)
