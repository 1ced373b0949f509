"""CreatePet: POST /pets"""

from __future__ import annotations

from typing import Any, ClassVar

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.parameters import header_fields
from .._support.readers import failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..validators.create_pet_header import check_create_pet_header

__all__ = ["CreatePet"]


@model
class CreatePet(Request[None]):
    """POST /pets"""

    _idempotency_key: ClassVar[str | None] = "idempotency_key"

    idempotency_key: str | None = None
    """Whatever tells this request from all others.

    Left out, one is made for each call, and is the same whenever that is repeated.
    """

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_HEADER, self)
        try:
            header = _HEADER.given(self)
            check_create_pet_header(header, found)
            found.settle("CreatePet")
            url = server + "/pets"
            return HttpRequest("POST", url, {**_HEADERS, **header_fields(header)})
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> None:
        if response.status == 204 or undescribed(response, "204"):
            return None
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {}
_HEADER = Fields(
    "spec.yaml#/paths/~1pets/post",
    {
        "Idempotency-Key": "idempotency_key",
    },
)
