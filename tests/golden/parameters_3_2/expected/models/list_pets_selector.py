"""What `ListPetsSelector` is."""

from __future__ import annotations

from collections.abc import Sequence

from .._support.models import Model, model

__all__ = ["ListPetsSelector"]


@model
class ListPetsSelector(Model):
    """ListPetsSelector."""

    kind: str | None = None

    ages: Sequence[int] | None = None
