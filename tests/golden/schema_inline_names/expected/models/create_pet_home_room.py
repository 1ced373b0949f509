"""What `CreatePetHomeRoom` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["CreatePetHomeRoom"]


@model
class CreatePetHomeRoom(Model):
    """CreatePetHomeRoom."""

    size: float | None = None
