"""What `Filter` is."""

from __future__ import annotations

from collections.abc import Sequence

from .._support.models import Model, model

__all__ = ["Filter"]


@model
class Filter(Model):
    """Filter."""

    owner: str

    ages: Sequence[int] | None = None
