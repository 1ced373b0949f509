"""default"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncDefault", "Default"]


class Default:
    """default"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch_untagged(
        self,
    ) -> None:
        """GET /untagged"""
        from ..operations.fetch_untagged import FetchUntagged

        return self._client.send(FetchUntagged())


class AsyncDefault:
    """default"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch_untagged(
        self,
    ) -> None:
        """GET /untagged

        The arguments are those of `Default.fetch_untagged`, the fields of
        `FetchUntagged`.
        """
        from ..operations.fetch_untagged import FetchUntagged

        return await self._client.send(FetchUntagged())
