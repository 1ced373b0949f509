"""What `Cat` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, Promised, model
from .._support.readers import boolean

__all__ = ["Cat", "read_cat"]


@model
class Cat(Model):
    """Cat."""

    _promised = Promised("meow")

    meow: bool | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_cat(data: dict[str, Any]) -> Cat:
    """The `Cat` that the JSON object `data` is; it is used up."""
    return Cat(
        meow=boolean(data, "meow"),
        extra=data,
    )
