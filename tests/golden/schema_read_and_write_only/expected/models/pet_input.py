"""What `PetInput` is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._support.models import Model, model

if TYPE_CHECKING:
    from ..models.owner import Owner
    from ..models.owner_input import OwnerInput

__all__ = ["PetInput"]


@model
class PetInput(Model):
    """PetInput."""

    _secret: ClassVar[frozenset[str]] = frozenset({"pin"})

    name: str

    pin: str

    owner: OwnerInput | Owner | None = None
