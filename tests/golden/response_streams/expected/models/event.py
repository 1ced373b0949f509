"""What `Event` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Event", "read_event"]


@model
class Event(Model):
    """Event."""

    kind: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_event(data: dict[str, Any]) -> Event:
    """The `Event` that the JSON object `data` is; it is used up."""
    return Event(
        kind=text(data, "kind"),
        extra=data,
    )
