"""What `Chunk` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["Chunk", "read_chunk"]


@model
class Chunk(Model):
    """Chunk."""

    delta: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_chunk(data: dict[str, Any]) -> Chunk:
    """The `Chunk` that the JSON object `data` is; it is used up."""
    return Chunk(
        delta=text(data, "delta"),
        extra=data,
    )
