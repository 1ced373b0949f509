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

    def list_cats(
        self,
    ) -> None:
        """GET /cats"""
        from ..operations.list_cats import ListCats

        return self._client.send(ListCats())


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

    async def list_cats(
        self,
    ) -> None:
        """GET /cats

        The arguments are those of `Pets.list_cats`, the fields of `ListCats`.
        """
        from ..operations.list_cats import ListCats

        return await self._client.send(ListCats())
