"""What `PetOpenInput` is."""

from __future__ import annotations

from collections.abc import Mapping

from .._support.models import Model, model

__all__ = ["PetOpenInput"]


@model
class PetOpenInput(Model):
    """PetOpenInput."""

    a: str | None = None

    extra: Mapping[str, int] | None = None
    """Properties that the description does not name, by their wire names."""
