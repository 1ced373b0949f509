"""What `PetInput` is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.models import Model, model

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["PetInput"]


@model
class PetInput(Model):
    """PetInput."""

    name: str | None = None

    size: int | None = None

    friend: Sequence[PetInput | Pet] | None = None

    first: str | None = None
