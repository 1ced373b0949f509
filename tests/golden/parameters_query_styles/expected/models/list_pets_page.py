"""What `ListPetsPage` is."""

from __future__ import annotations

from .._support.models import Model, model

__all__ = ["ListPetsPage"]


@model
class ListPetsPage(Model):
    """ListPetsPage."""

    size: int | None = None

    after: str | None = None
