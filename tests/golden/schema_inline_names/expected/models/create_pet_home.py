"""What `CreatePetHome` is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._support.models import Model, model

if TYPE_CHECKING:
    from ..models.create_pet_home_room import CreatePetHomeRoom

__all__ = ["CreatePetHome"]


@model
class CreatePetHome(Model):
    """CreatePetHome."""

    rooms: Sequence[CreatePetHomeRoom] | None = None
