"""Pets"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.pet import Pet

__all__ = ["AsyncPets", "Pets"]


class Pets:
    """Pets"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch_only(
        self,
    ) -> Pet:
        """GET /only"""
        from ..operations.fetch_only import FetchOnly

        return self._client.send(FetchOnly())

    def fetch_errors(
        self,
    ) -> bytes:
        """GET /errors"""
        from ..operations.fetch_errors import FetchErrors

        return self._client.send(FetchErrors())

    def fetch_none(
        self,
    ) -> bytes:
        """GET /none"""
        from ..operations.fetch_none import FetchNone

        return self._client.send(FetchNone())


class AsyncPets:
    """Pets"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch_only(
        self,
    ) -> Pet:
        """GET /only

        The arguments are those of `Pets.fetch_only`, the fields of `FetchOnly`.
        """
        from ..operations.fetch_only import FetchOnly

        return await self._client.send(FetchOnly())

    async def fetch_errors(
        self,
    ) -> bytes:
        """GET /errors

        The arguments are those of `Pets.fetch_errors`, the fields of `FetchErrors`.
        """
        from ..operations.fetch_errors import FetchErrors

        return await self._client.send(FetchErrors())

    async def fetch_none(
        self,
    ) -> bytes:
        """GET /none

        The arguments are those of `Pets.fetch_none`, the fields of `FetchNone`.
        """
        from ..operations.fetch_none import FetchNone

        return await self._client.send(FetchNone())
