"""client"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncClientResource", "ClientResource"]


class ClientResource:
    """client"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def prepare(
        self,
    ) -> None:
        """POST /prepare"""
        from ..operations.prepare import Prepare

        return self._client.send(Prepare())


class AsyncClientResource:
    """client"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def prepare(
        self,
    ) -> None:
        """POST /prepare

        The arguments are those of `ClientResource.prepare`, the fields of `Prepare`.
        """
        from ..operations.prepare import Prepare

        return await self._client.send(Prepare())
