"""What `PetClosedInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["PetClosedInput"]


@model
class PetClosedInput(Model):
    """PetClosedInput."""

    a: str | None = None
