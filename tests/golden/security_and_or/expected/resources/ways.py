"""Ways"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncWays", "Ways"]


class Ways:
    """Ways"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def use_both(
        self,
    ) -> None:
        """GET /both"""
        from ..operations.use_both import UseBoth

        return self._client.send(UseBoth())

    def use_none(
        self,
    ) -> None:
        """GET /none"""
        from ..operations.use_none import UseNone

        return self._client.send(UseNone())

    def use_optional(
        self,
    ) -> None:
        """GET /optional"""
        from ..operations.use_optional import UseOptional

        return self._client.send(UseOptional())


class AsyncWays:
    """Ways"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def use_both(
        self,
    ) -> None:
        """GET /both

        The arguments are those of `Ways.use_both`, the fields of `UseBoth`.
        """
        from ..operations.use_both import UseBoth

        return await self._client.send(UseBoth())

    async def use_none(
        self,
    ) -> None:
        """GET /none

        The arguments are those of `Ways.use_none`, the fields of `UseNone`.
        """
        from ..operations.use_none import UseNone

        return await self._client.send(UseNone())

    async def use_optional(
        self,
    ) -> None:
        """GET /optional

        The arguments are those of `Ways.use_optional`, the fields of `UseOptional`.
        """
        from ..operations.use_optional import UseOptional

        return await self._client.send(UseOptional())
