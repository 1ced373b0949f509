"""What `Pet` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, Promised, model
from .._support.readers import number, text

__all__ = ["Pet", "read_pet"]


@model
class Pet(Model):
    """Pet."""

    _promised = Promised(nullable=("name",))

    name: str | None = None

    weight: float | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet(data: dict[str, Any]) -> Pet:
    """The `Pet` that the JSON object `data` is; it is used up."""
    return Pet(
        name=text(data, "name"),
        weight=number(data, "weight"),
        extra=data,
    )
