"""What `CatInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["CatInput"]


@model
class CatInput(Model):
    """CatInput."""

    kind: str

    name: str | None = None

    lives: int | None = None
