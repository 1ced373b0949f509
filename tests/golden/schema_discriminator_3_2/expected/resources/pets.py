"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..types.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
    ) -> Pet:
        """GET /pets"""
        from ..operations.fetch_pet import FetchPet

        return self._client.send(FetchPet())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
    ) -> Pet:
        """GET /pets

        The arguments are those of `Pets.fetch`, the fields of `FetchPet`.
        """
        from ..operations.fetch_pet import FetchPet

        return await self._client.send(FetchPet())
