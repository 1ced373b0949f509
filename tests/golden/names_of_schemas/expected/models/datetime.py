"""What `Datetime` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date as Date, datetime
from typing import Any, ClassVar

from .._support.decoders import value
from .._support.models import Model, model
from .._support.typed import as_date, as_datetime

__all__ = ["Datetime", "read_datetime"]


@model
class Datetime(Model):
    """Datetime."""

    _names: ClassVar[Mapping[str, str]] = {
        "datetime_": "datetime",
    }

    datetime_: datetime | None = None

    date: Date | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_datetime(data: dict[str, Any]) -> Datetime:
    """The `Datetime` that the JSON object `data` is; it is used up."""
    return Datetime(
        datetime_=value(data, "datetime", as_datetime),
        date=value(data, "date", as_date),
        extra=data,
    )
