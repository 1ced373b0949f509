"""What `AddPetBody` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["AddPetBody"]


@model
class AddPetBody(Model):
    """AddPetBody."""

    kind: str

    age: int | None = None
