"""Calls"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def delete(
        self,
    ) -> None:
        """DELETE /calls"""
        from ..operations.delete_calls import DeleteCalls

        return self._client.send(DeleteCalls())


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def delete(
        self,
    ) -> None:
        """DELETE /calls

        The arguments are those of `Calls.delete`, the fields of `DeleteCalls`.
        """
        from ..operations.delete_calls import DeleteCalls

        return await self._client.send(DeleteCalls())
