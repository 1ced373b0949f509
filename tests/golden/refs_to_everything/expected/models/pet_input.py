"""What `PetInput` is."""

from __future__ import annotations

from collections.abc import Sequence

from .._support.models import Model, model

__all__ = ["PetInput"]


@model
class PetInput(Model):
    """PetInput."""

    name: str | None = None

    size: int | None = None

    friend: Sequence[PetInput] | None = None

    first: str | None = None
