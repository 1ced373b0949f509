"""Pets"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, List

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet
    from ..models.pet_input import PetInput

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
        *,
        id: str,
    ) -> Pet:
        """GET /pets/{id}"""
        from ..operations.fetch_pet import FetchPet

        return self._client.send(
            FetchPet(
                id=id,
            )
        )

    def list(
        self,
        *,
        size: int | None = None,
    ) -> List[Pet]:
        """GET /pets"""
        from ..operations.list_pets import ListPets

        return self._client.send(
            ListPets(
                size=size,
            )
        )

    def create(
        self,
        *,
        name: str | None = None,
        size: int | None = None,
        friend: Sequence[PetInput | Pet] | None = None,
        first: str | None = None,
    ) -> None:
        """The headers of the answer 201: Location.

        POST /pets
        """
        from ..operations.create_pet import CreatePet

        return self._client.send(
            CreatePet(
                name=name,
                size=size,
                friend=friend,
                first=first,
            )
        )


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
        *,
        id: str,
    ) -> Pet:
        """GET /pets/{id}

        The arguments are those of `Pets.fetch`, the fields of `FetchPet`.
        """
        from ..operations.fetch_pet import FetchPet

        return await self._client.send(
            FetchPet(
                id=id,
            )
        )

    async def list(
        self,
        *,
        size: int | None = None,
    ) -> List[Pet]:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(
            ListPets(
                size=size,
            )
        )

    async def create(
        self,
        *,
        name: str | None = None,
        size: int | None = None,
        friend: Sequence[PetInput | Pet] | None = None,
        first: str | None = None,
    ) -> None:
        """The headers of the answer 201: Location.

        POST /pets

        The arguments are those of `Pets.create`, the fields of `CreatePet`.
        """
        from ..operations.create_pet import CreatePet

        return await self._client.send(
            CreatePet(
                name=name,
                size=size,
                friend=friend,
                first=first,
            )
        )
