"""root"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncRoot", "Root"]


class Root:
    """root"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def get(
        self,
    ) -> None:
        """GET /"""
        from ..operations.get_root import GetRoot

        return self._client.send(GetRoot())


class AsyncRoot:
    """root"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def get(
        self,
    ) -> None:
        """GET /

        The arguments are those of `Root.get`, the fields of `GetRoot`.
        """
        from ..operations.get_root import GetRoot

        return await self._client.send(GetRoot())
