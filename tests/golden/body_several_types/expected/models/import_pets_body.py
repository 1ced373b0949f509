"""What `ImportPetsBody` is."""

from __future__ import annotations

from collections.abc import Sequence

from .._support.models import Model, model

__all__ = ["ImportPetsBody"]


@model
class ImportPetsBody(Model):
    """ImportPetsBody."""

    ids: Sequence[int]
