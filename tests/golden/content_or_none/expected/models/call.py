"""What `Call` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Call"]


@model
class Call(Model):
    """A call"""

    sid: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What came and is not described, or not as described, by its wire name."""

    @classmethod
    def _read(cls, data: dict[str, Any]) -> Call:
        """The JSON object `data`, which is used up."""
        return cls(
            sid=text(data, "sid"),
            extra=data,
        )
