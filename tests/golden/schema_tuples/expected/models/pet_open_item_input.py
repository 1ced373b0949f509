"""What `PetOpenItemInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["PetOpenItemInput"]


@model
class PetOpenItemInput(Model):
    """Second"""

    a: int | None = None
