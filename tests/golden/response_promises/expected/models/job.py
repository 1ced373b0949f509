"""What `Job` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from .._support.decoders import as_text, list_of, value
from .._support.models import Model, Promised, model
from .._support.readers import record, text
from .._support.typed import as_datetime
from .._support.unions import first_of
from ..models.log import read_log

if TYPE_CHECKING:
    from ..models.log import Log

__all__ = ["Job", "read_job"]


@model
class Job(Model):
    """Job."""

    _names: ClassVar[Mapping[str, str]] = {
        "ended_at": "ended-at",
    }
    _promised = Promised(
        "id", "state", nullable=("ended_at",), extensible=("color",), closed=True
    )

    id: str | None = None

    ended_at: datetime | None = None

    state: Literal["queued", "done"] | str | None = None

    color: Literal["red", "blue"] | str | None = None

    labels: list[Literal["new", "hot"] | str] | None = None

    log: Log | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_job(data: dict[str, Any]) -> Job:
    """The `Job` that the JSON object `data` is; it is used up."""
    return Job(
        id=text(data, "id"),
        ended_at=value(data, "ended-at", as_datetime),
        state=text(data, "state"),
        color=value(data, "color", first_of(as_text, as_text)),
        labels=value(data, "labels", list_of(as_text)),
        log=record(data, "log", read_log),
        extra=data,
    )
