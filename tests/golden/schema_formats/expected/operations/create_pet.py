"""CreatePet: POST /pets"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from .._support.encoding import Unwritable, base64_text
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.mail_dates import rfc_2822_text
from .._support.models import model
from .._support.plain import plain
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.unset import UNSET, Unset
from .._support.violations import Found
from ..models.pet import Pet, read_pet
from ..validators.pet import check_pet

__all__ = ["CreatePet"]


@model
class CreatePet(Request[Pet]):
    """POST /pets"""

    _secret: ClassVar[frozenset[str]] = frozenset({"password"})

    date: Date | str | None = None

    date_time: datetime | str | None = None

    rfc_2822: datetime | str | None = None

    uuid: UUID | str | None = None

    byte: bytes | str | None = None

    base64: bytes | str | None = None

    decimal: Decimal | str | None = None

    binary: str | None = None

    duration: str | None = None

    email: str | None = None

    uri: str | None = None

    password: str | None = None

    unknown: str | None = None

    int32: int | None = None

    int64: int | None = None

    double: float | None = None

    dates: Sequence[Date | str] | None = None

    uuid_or_null: UUID | str | Unset | None = UNSET

    untyped: Any = UNSET

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = plain(_BODY.given(self))
            check_pet(body, found)
            found.settle("CreatePet")
            encoded = json_body(body)
            url = server + "/pets"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreatePet", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Pet:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_pet)
        raise failure("CreatePet", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/components/schemas/Pet",
    {
        "date": "date",
        "date_time": "date_time",
        "rfc_2822": "rfc_2822",
        "uuid": "uuid",
        "byte": "byte",
        "base64": "base64",
        "decimal": "decimal",
        "binary": "binary",
        "duration": "duration",
        "email": "email",
        "uri": "uri",
        "password": "password",
        "unknown": "unknown",
        "int32": "int32",
        "int64": "int64",
        "double": "double",
        "dates": "dates",
        "uuid_or_null": "uuid_or_null",
        "untyped": "untyped",
    },
    frozenset({"uuid_or_null", "untyped"}),
    texts={
        "rfc_2822": ((datetime, rfc_2822_text),),
        "byte": ((bytes, base64_text),),
        "base64": ((bytes, base64_text),),
    },
)
