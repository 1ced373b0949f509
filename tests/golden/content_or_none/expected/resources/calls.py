"""Calls"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.call import Call

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def delete(
        self,
    ) -> Call | None:
        """DELETE /call"""
        from ..operations.delete_call import DeleteCall

        return self._client.send(DeleteCall())


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def delete(
        self,
    ) -> Call | None:
        """DELETE /call

        The arguments are those of `Calls.delete`, the fields of `DeleteCall`.
        """
        from ..operations.delete_call import DeleteCall

        return await self._client.send(DeleteCall())
