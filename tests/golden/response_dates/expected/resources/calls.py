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

    def fetch(
        self,
    ) -> Call:
        """GET /calls"""
        from ..operations.fetch_call import FetchCall

        return self._client.send(FetchCall())


class AsyncCalls:
    """Calls"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def fetch(
        self,
    ) -> Call:
        """GET /calls

        The arguments are those of `Calls.fetch`, the fields of `FetchCall`.
        """
        from ..operations.fetch_call import FetchCall

        return await self._client.send(FetchCall())
