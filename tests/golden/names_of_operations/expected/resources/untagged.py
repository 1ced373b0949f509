"""untagged"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncUntagged", "Untagged"]


class Untagged:
    """untagged"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
    ) -> None:
        """GET /untagged"""
        from ..operations.fetch_untagged import FetchUntagged

        return self._client.send(FetchUntagged())


class AsyncUntagged:
    """untagged"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
    ) -> None:
        """GET /untagged

        The arguments are those of `Untagged.fetch`, the fields of `FetchUntagged`.
        """
        from ..operations.fetch_untagged import FetchUntagged

        return await self._client.send(FetchUntagged())
