"""What `Tail` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import number

__all__ = ["Tail", "read_tail"]


@model
class Tail(Model):
    """Any tail."""

    length: float | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_tail(data: dict[str, Any]) -> Tail:
    """The `Tail` that the JSON object `data` is; it is used up."""
    return Tail(
        length=number(data, "length"),
        extra=data,
    )
