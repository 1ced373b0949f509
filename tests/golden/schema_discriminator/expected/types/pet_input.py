"""What `PetInput` is."""

from __future__ import annotations

from typing import TypeAlias

from ..models.cat_input import CatInput
from ..models.dog_input import DogInput

__all__ = ["PetInput"]

PetInput: TypeAlias = CatInput | DogInput
