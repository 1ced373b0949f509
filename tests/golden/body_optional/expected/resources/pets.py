"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.add_pet_body import AddPetBody

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def search(
        self,
        *,
        kind: str | None = None,
    ) -> None:
        """POST /flat"""
        from ..operations.search_pets import SearchPets

        return self._client.send(
            SearchPets(
                kind=kind,
            )
        )

    def add(
        self,
        *,
        body: AddPetBody | None = None,
    ) -> None:
        """POST /whole

        Args:
            body: The pet.
        """
        from ..operations.add_pet import AddPet

        return self._client.send(
            AddPet(
                body=body,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def search(
        self,
        *,
        kind: str | None = None,
    ) -> None:
        """POST /flat

        The arguments are those of `Pets.search`, the fields of `SearchPets`.
        """
        from ..operations.search_pets import SearchPets

        return await self._client.send(
            SearchPets(
                kind=kind,
            )
        )

    async def add(
        self,
        *,
        body: AddPetBody | None = None,
    ) -> None:
        """POST /whole

        The arguments are those of `Pets.add`, the fields of `AddPet`.
        """
        from ..operations.add_pet import AddPet

        return await self._client.send(
            AddPet(
                body=body,
            )
        )
