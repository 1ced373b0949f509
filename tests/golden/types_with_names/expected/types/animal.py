"""What `Animal` is."""

from __future__ import annotations

from typing import TypeAlias

from ..models.cow import Cow
from ..types.pet_input import PetInput

__all__ = ["Animal"]

Animal: TypeAlias = PetInput | Cow
