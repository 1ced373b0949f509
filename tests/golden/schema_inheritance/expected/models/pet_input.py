"""What `PetInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["PetInput"]


@model
class PetInput(Model):
    """PetInput."""

    kind: str

    name: str | None = None
