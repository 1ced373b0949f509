"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.cat import Cat
    from ..models.cat_input import CatInput
    from ..models.dog import Dog
    from ..models.dog_input import DogInput
    from ..models.pet import Pet
    from ..models.pet_input import PetInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
    ) -> List[Pet | Cat | Dog]:
        """GET /pets"""
        from ..operations.list_pets import ListPets

        return self._client.send(ListPets())

    def create(
        self,
        *,
        body: PetInput | Pet | CatInput | Cat | DogInput | Dog,
    ) -> None:
        """POST /pets"""
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                body=body,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
    ) -> List[Pet | Cat | Dog]:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(ListPets())

    async def create(
        self,
        *,
        body: PetInput | Pet | CatInput | Cat | DogInput | Dog,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                body=body,
            )
        )
