"""What `ApplicationJsonSchemaInput` is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ..models.pet_input import PetInput

__all__ = ["ApplicationJsonSchemaInput"]

ApplicationJsonSchemaInput: TypeAlias = Sequence[PetInput]
