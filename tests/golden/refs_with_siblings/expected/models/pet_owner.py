"""What `PetOwner` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .._support.models import Model, Promised, model
from .._support.readers import text

__all__ = ["PetOwner", "read_pet_owner"]


@model
class PetOwner(Model):
    """PetOwner."""

    _promised = Promised("name")

    name: str | None = None
    """A name."""

    phone: str | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet_owner(data: dict[str, Any]) -> PetOwner:
    """The `PetOwner` that the JSON object `data` is; it is used up."""
    return PetOwner(
        name=text(data, "name"),
        phone=text(data, "phone"),
        extra=data,
    )
