"""What `ListPetsFilter` is."""

from __future__ import annotations

from datetime import date as Date

from .._support.models import Model, model

__all__ = ["ListPetsFilter"]


@model
class ListPetsFilter(Model):
    """ListPetsFilter."""

    age: int | None = None

    born: Date | str | None = None
