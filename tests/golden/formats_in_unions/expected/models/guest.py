"""What `Guest` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date as Date, datetime
from typing import Any, Literal

from .._support.decoders import list_of, value
from .._support.models import Model, Promised, model
from .._support.readers import text
from .._support.typed import as_date, as_datetime

__all__ = ["Guest", "read_guest"]


@model
class Guest(Model):
    """Guest."""

    _promised = Promised("kind")

    kind: Literal["guest"] | str | None = None

    since: datetime | None = None

    seen: list[Date] | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_guest(data: dict[str, Any]) -> Guest:
    """The `Guest` that the JSON object `data` is; it is used up."""
    return Guest(
        kind=text(data, "kind"),
        since=value(data, "since", as_datetime),
        seen=value(data, "seen", list_of(as_date)),
        extra=data,
    )
