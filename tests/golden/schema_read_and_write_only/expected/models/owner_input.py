"""What `OwnerInput` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["OwnerInput"]


@model
class OwnerInput(Model):
    """OwnerInput."""

    name: str | None = None
