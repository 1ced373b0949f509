"""What `CreatePetRowItem` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["CreatePetRowItem"]


@model
class CreatePetRowItem(Model):
    """CreatePetRowItem."""

    x: int
