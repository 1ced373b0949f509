"""What `CreateHomeRoom` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["CreateHomeRoom"]


@model
class CreateHomeRoom(Model):
    """CreateHomeRoom."""

    beds: int | None = None

    guests: int | None = None
