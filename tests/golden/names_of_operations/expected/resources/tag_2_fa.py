"""Second factors."""

from __future__ import annotations

from typing import List

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncTag2Fa", "Tag2Fa"]


class Tag2Fa:
    """Second factors."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def import_(
        self,
    ) -> None:
        """POST /import"""
        from ..operations.import_ import Import

        return self._client.send(Import())

    def close(
        self,
    ) -> None:
        """POST /close"""
        from ..operations.close import Close

        return self._client.send(Close())

    def list(
        self,
    ) -> List[str]:
        """GET /list"""
        from ..operations.get import Get

        return self._client.send(Get())


class AsyncTag2Fa:
    """Second factors."""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def import_(
        self,
    ) -> None:
        """POST /import

        The arguments are those of `Tag2Fa.import_`, the fields of `Import`.
        """
        from ..operations.import_ import Import

        return await self._client.send(Import())

    async def close(
        self,
    ) -> None:
        """POST /close

        The arguments are those of `Tag2Fa.close`, the fields of `Close`.
        """
        from ..operations.close import Close

        return await self._client.send(Close())

    async def list(
        self,
    ) -> List[str]:
        """GET /list

        The arguments are those of `Tag2Fa.list`, the fields of `Get`.
        """
        from ..operations.get import Get

        return await self._client.send(Get())
