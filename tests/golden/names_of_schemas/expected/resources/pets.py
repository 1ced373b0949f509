"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.all import All

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch_all(
        self,
    ) -> All:
        """GET /pets"""
        from ..operations.fetch_all import FetchAll

        return self._client.send(FetchAll())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch_all(
        self,
    ) -> All:
        """GET /pets

        The arguments are those of `Pets.fetch_all`, the fields of `FetchAll`.
        """
        from ..operations.fetch_all import FetchAll

        return await self._client.send(FetchAll())
