"""What `PetOpen` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, model
from .._support.readers import text

__all__ = ["PetOpen", "read_pet_open"]


@model
class PetOpen(Model):
    """PetOpen."""

    a: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet_open(data: dict[str, Any]) -> PetOpen:
    """The `PetOpen` that the JSON object `data` is; it is used up."""
    return PetOpen(
        a=text(data, "a"),
        extra=data,
    )
