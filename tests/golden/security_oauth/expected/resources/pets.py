"""Pets"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def list(
        self,
    ) -> None:
        """GET /pets"""
        from ..operations.list_pets import ListPets

        return self._client.send(ListPets())

    def add(
        self,
    ) -> None:
        """POST /pets"""
        from ..operations.add_pet import AddPet

        return self._client.send(AddPet())

    def fetch_me(
        self,
    ) -> None:
        """GET /me"""
        from ..operations.fetch_me import FetchMe

        return self._client.send(FetchMe())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def list(
        self,
    ) -> None:
        """GET /pets

        The arguments are those of `Pets.list`, the fields of `ListPets`.
        """
        from ..operations.list_pets import ListPets

        return await self._client.send(ListPets())

    async def add(
        self,
    ) -> None:
        """POST /pets

        The arguments are those of `Pets.add`, the fields of `AddPet`.
        """
        from ..operations.add_pet import AddPet

        return await self._client.send(AddPet())

    async def fetch_me(
        self,
    ) -> None:
        """GET /me

        The arguments are those of `Pets.fetch_me`, the fields of `FetchMe`.
        """
        from ..operations.fetch_me import FetchMe

        return await self._client.send(FetchMe())
