"""import"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncImportResource", "ImportResource"]


class ImportResource:
    """import"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def send(
        self,
    ) -> None:
        """POST /send"""
        from ..operations.send import Send

        return self._client.send(Send())

    def init(
        self,
    ) -> None:
        """POST /init"""
        from ..operations.init import Init

        return self._client.send(Init())


class AsyncImportResource:
    """import"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def send(
        self,
    ) -> None:
        """POST /send

        The arguments are those of `ImportResource.send`, the fields of `Send`.
        """
        from ..operations.send import Send

        return await self._client.send(Send())

    async def init(
        self,
    ) -> None:
        """POST /init

        The arguments are those of `ImportResource.init`, the fields of `Init`.
        """
        from ..operations.init import Init

        return await self._client.send(Init())
