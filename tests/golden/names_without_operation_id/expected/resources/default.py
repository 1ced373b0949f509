"""default"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncDefault", "Default"]


class Default:
    """default"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def get_root(
        self,
    ) -> None:
        """GET /"""
        from ..operations.get_root import GetRoot

        return self._client.send(GetRoot())


class AsyncDefault:
    """default"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def get_root(
        self,
    ) -> None:
        """GET /

        The arguments are those of `Default.get_root`, the fields of `GetRoot`.
        """
        from ..operations.get_root import GetRoot

        return await self._client.send(GetRoot())
