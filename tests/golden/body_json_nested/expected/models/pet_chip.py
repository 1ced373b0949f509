"""What `PetChip` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date as Date
from typing import Any

from .._support.decoders import value
from .._support.models import Model, Promised, model
from .._support.readers import text
from .._support.typed import as_date

__all__ = ["PetChip", "read_pet_chip"]


@model
class PetChip(Model):
    """PetChip."""

    _promised = Promised("code")

    code: str | None = None

    since: Date | None = None

    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """What came and is not described, or not as described, by its wire name."""


def read_pet_chip(data: dict[str, Any]) -> PetChip:
    """The `PetChip` that the JSON object `data` is; it is used up."""
    return PetChip(
        code=text(data, "code"),
        since=value(data, "since", as_date),
        extra=data,
    )
