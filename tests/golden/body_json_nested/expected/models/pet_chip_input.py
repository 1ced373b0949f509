"""What `PetChipInput` is."""

from __future__ import annotations

from datetime import date as Date

from .._support.models import Model, model

__all__ = ["PetChipInput"]


@model
class PetChipInput(Model):
    """PetChipInput."""

    code: str

    since: Date | str | None = None
