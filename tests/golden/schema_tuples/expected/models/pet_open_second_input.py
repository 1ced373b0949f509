"""What `PetOpenSecondInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["PetOpenSecondInput"]


@model
class PetOpenSecondInput(Model):
    """Second"""

    a: int | None = None
