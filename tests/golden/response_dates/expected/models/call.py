"""What `Call` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any, ClassVar, Literal

from .._support.mail_dates import rfc_2822, rfc_2822_text
from .._support.models import Model, Texts, model
from .._support.readers import boolean, integer, number, text

__all__ = ["Call", "read_call"]


@model
class Call(Model):
    """A call"""

    _names: ClassVar[Mapping[str, str]] = {
        "extra_": "extra",
        "field_": "field",
        "datetime_": "datetime",
    }
    _texts: ClassVar[Mapping[str, Texts]] = {
        "date_created": ((datetime, rfc_2822_text),),
        "datetime_": ((datetime, rfc_2822_text),),
    }

    date_created: datetime | None = None
    """When"""

    status: Literal["queued", "complete"] | str | None = None

    price: float | None = None

    seconds: int | None = None

    muted: bool | None = None

    extra_: str | None = None
    """What a name that is taken becomes"""

    field_: str | None = None

    datetime_: datetime | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_call(data: dict[str, Any]) -> Call:
    """The `Call` that the JSON object `data` is; it is used up."""
    return Call(
        date_created=rfc_2822(data, "date_created"),
        status=text(data, "status"),
        price=number(data, "price"),
        seconds=integer(data, "seconds"),
        muted=boolean(data, "muted"),
        extra_=text(data, "extra"),
        field_=text(data, "field"),
        datetime_=rfc_2822(data, "datetime"),
        extra=data,
    )
