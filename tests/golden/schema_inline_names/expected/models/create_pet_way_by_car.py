"""What `CreatePetWayByCar` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["CreatePetWayByCar"]


@model
class CreatePetWayByCar(Model):
    """By car"""

    car: str | None = None
