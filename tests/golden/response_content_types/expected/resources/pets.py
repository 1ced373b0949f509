"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
    ) -> str | bytes | List[Pet] | Pet:
        """GET /pets"""
        from ..operations.list_pets import ListPets

        return self._client.send(ListPets())

    def fetch(
        self,
    ) -> Pet | bytes:
        """GET /same"""
        from ..operations.fetch_pet import FetchPet

        return self._client.send(FetchPet())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
    ) -> str | bytes | List[Pet] | Pet:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(ListPets())

    async def fetch(
        self,
    ) -> Pet | bytes:
        """GET /same

        The arguments are those of `Pets.fetch`, the fields of `FetchPet`.
        """
        from ..operations.fetch_pet import FetchPet

        return await self._client.send(FetchPet())
