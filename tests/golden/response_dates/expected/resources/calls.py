"""Calls"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient
from ..models.call import Call
from ..operations.fetch_call import FetchCall

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """Calls"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def fetch(
        self,
    ) -> Call:
        """GET /calls"""
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
        return await self._client.send(FetchCall())
