"""What `CreatePetOwner` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["CreatePetOwner"]


@model
class CreatePetOwner(Model):
    """The owner"""

    name: str | None = None
