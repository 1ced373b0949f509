"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..types.pet import Pet
    from ..types.pet_input import PetInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: PetInput | Pet,
    ) -> Pet | dict[str, Any]:
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

    async def create(
        self,
        *,
        body: PetInput | Pet,
    ) -> Pet | dict[str, Any]:
        """POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                body=body,
            )
        )
