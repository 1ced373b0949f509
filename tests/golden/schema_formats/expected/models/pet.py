"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date as Date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from .._support.decoders import as_anything, list_of, value
from .._support.encoding import base64_text
from .._support.mail_dates import rfc_2822, rfc_2822_text
from .._support.models import Model, Texts, model
from .._support.readers import integer, number, text
from .._support.typed import as_bytes, as_date, as_datetime, as_decimal, as_uuid

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    _secret: ClassVar[frozenset[str]] = frozenset({"password"})
    _texts: ClassVar[Mapping[str, Texts]] = {
        "rfc_2822": ((datetime, rfc_2822_text),),
        "byte": ((bytes, base64_text),),
        "base64": ((bytes, base64_text),),
    }

    date: Date | None = None

    date_time: datetime | None = None

    rfc_2822: datetime | None = None

    uuid: UUID | None = None

    byte: bytes | None = None

    base64: bytes | None = None

    decimal: Decimal | None = None

    binary: str | None = None

    duration: str | None = None

    email: str | None = None

    uri: str | None = None

    password: str | None = None

    unknown: str | None = None

    int32: int | None = None

    int64: int | None = None

    double: float | None = None

    dates: list[Date] | None = None

    uuid_or_null: UUID | None = None

    untyped: Any = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        date=value(data, "date", as_date),
        date_time=value(data, "date_time", as_datetime),
        rfc_2822=rfc_2822(data, "rfc_2822"),
        uuid=value(data, "uuid", as_uuid),
        byte=value(data, "byte", as_bytes),
        base64=value(data, "base64", as_bytes),
        decimal=value(data, "decimal", as_decimal),
        binary=text(data, "binary"),
        duration=text(data, "duration"),
        email=text(data, "email"),
        uri=text(data, "uri"),
        password=text(data, "password"),
        unknown=text(data, "unknown"),
        int32=integer(data, "int32"),
        int64=integer(data, "int64"),
        double=number(data, "double"),
        dates=value(data, "dates", list_of(as_date)),
        uuid_or_null=value(data, "uuid_or_null", as_uuid),
        untyped=value(data, "untyped", as_anything),
        extra=data,
    )
