"""What `Place` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["Place"]


@model
class Place(Model):
    """Place."""

    door: str | None = None
