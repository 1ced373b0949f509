"""What `Host` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from .._support.models import Model, Promised, model
from .._support.readers import integer, text

__all__ = ["Host", "read_host"]


@model
class Host(Model):
    """Host."""

    _promised = Promised("kind")

    kind: Literal["host"] | str | None = None

    rooms: int | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_host(data: dict[str, Any]) -> Host:
    """The `Host` that the JSON object `data` is; it is used up."""
    return Host(
        kind=text(data, "kind"),
        rooms=integer(data, "rooms"),
        extra=data,
    )
