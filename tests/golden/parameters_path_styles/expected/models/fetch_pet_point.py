"""What `FetchPetPoint` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["FetchPetPoint"]


@model
class FetchPetPoint(Model):
    """FetchPetPoint."""

    x: int

    y: int | None = None
