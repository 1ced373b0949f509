"""What `Call` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Call", "read_call"]


@model
class Call(Model):
    """A call"""

    sid: str | None = None
    """A name that nothing else has"""

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_call(data: dict[str, Any]) -> Call:
    """The `Call` that the JSON object `data` is; it is used up."""
    return Call(
        sid=text(data, "sid"),
        extra=data,
    )
