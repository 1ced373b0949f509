"""What `PetClosed` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, Promised, model
from .._support.readers import text

__all__ = ["PetClosed", "read_pet_closed"]


@model
class PetClosed(Model):
    """PetClosed."""

    _promised = Promised(closed=True)

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet_closed(data: dict[str, Any]) -> PetClosed:
    """The `PetClosed` that the JSON object `data` is; it is used up."""
    return PetClosed(
        a=text(data, "a"),
        extra=data,
    )
