"""What `CreatePetWayWithShoes` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["CreatePetWayWithShoes"]


@model
class CreatePetWayWithShoes(Model):
    """CreatePetWayWithShoes."""

    shoes: str | None = None
