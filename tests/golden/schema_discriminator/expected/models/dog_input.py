"""What `DogInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["DogInput"]


@model
class DogInput(Model):
    """DogInput."""

    kind: str

    bark: bool | None = None
