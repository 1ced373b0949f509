"""What `PetOwnerInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["PetOwnerInput"]


@model
class PetOwnerInput(Model):
    """PetOwnerInput."""

    name: str
    """A name."""

    phone: str | None = None
