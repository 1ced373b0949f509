"""What `PetOpenSecond` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import integer

__all__ = ["PetOpenSecond", "read_pet_open_second"]


@model
class PetOpenSecond(Model):
    """Second"""

    a: int | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet_open_second(data: dict[str, Any]) -> PetOpenSecond:
    """The `PetOpenSecond` that the JSON object `data` is; it is used up."""
    return PetOpenSecond(
        a=integer(data, "a"),
        extra=data,
    )
