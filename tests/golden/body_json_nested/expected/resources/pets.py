"""Pets"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.owner import Owner
    from ..models.owner_input import OwnerInput
    from ..models.pet import Pet
    from ..models.pet_chip import PetChip
    from ..models.pet_chip_input import PetChipInput
    from ..models.toy import Toy
    from ..models.toy_input import ToyInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str,
        owner: OwnerInput | Owner,
        friends: Sequence[OwnerInput | Owner] | None = None,
        chip: PetChipInput | PetChip | None = None,
        toys: Mapping[str, ToyInput | Toy] | None = None,
    ) -> Pet:
        """POST /pets

        Args:
            name: What it is called.
            owner: Who keeps it.
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                owner=owner,
                friends=friends,
                chip=chip,
                toys=toys,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str,
        owner: OwnerInput | Owner,
        friends: Sequence[OwnerInput | Owner] | None = None,
        chip: PetChipInput | PetChip | None = None,
        toys: Mapping[str, ToyInput | Toy] | None = None,
    ) -> Pet:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                owner=owner,
                friends=friends,
                chip=chip,
                toys=toys,
            )
        )
