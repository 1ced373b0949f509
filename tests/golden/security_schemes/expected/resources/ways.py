"""Ways"""

from __future__ import annotations

from .._support.client import BaseAsyncClient, BaseClient

__all__ = ["AsyncWays", "Ways"]


class Ways:
    """Ways"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def use_basic(
        self,
    ) -> None:
        """GET /basic"""
        from ..operations.use_basic import UseBasic

        return self._client.send(UseBasic())

    def use_bearer(
        self,
    ) -> None:
        """GET /bearer"""
        from ..operations.use_bearer import UseBearer

        return self._client.send(UseBearer())

    def use_digest(
        self,
    ) -> None:
        """GET /digest"""
        from ..operations.use_digest import UseDigest

        return self._client.send(UseDigest())

    def use_header(
        self,
    ) -> None:
        """GET /header"""
        from ..operations.use_header import UseHeader

        return self._client.send(UseHeader())

    def use_query(
        self,
    ) -> None:
        """GET /query"""
        from ..operations.use_query import UseQuery

        return self._client.send(UseQuery())

    def use_cookie(
        self,
    ) -> None:
        """GET /cookie"""
        from ..operations.use_cookie import UseCookie

        return self._client.send(UseCookie())

    def use_user(
        self,
    ) -> None:
        """GET /user"""
        from ..operations.use_user import UseUser

        return self._client.send(UseUser())

    def use_app(
        self,
    ) -> None:
        """GET /app"""
        from ..operations.use_app import UseApp

        return self._client.send(UseApp())

    def use_open_id(
        self,
    ) -> None:
        """GET /openid"""
        from ..operations.use_open_id import UseOpenId

        return self._client.send(UseOpenId())

    def use_tls(
        self,
    ) -> None:
        """GET /tls"""
        from ..operations.use_tls import UseTls

        return self._client.send(UseTls())


class AsyncWays:
    """Ways"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def use_basic(
        self,
    ) -> None:
        """GET /basic

        The arguments are those of `Ways.use_basic`, the fields of `UseBasic`.
        """
        from ..operations.use_basic import UseBasic

        return await self._client.send(UseBasic())

    async def use_bearer(
        self,
    ) -> None:
        """GET /bearer

        The arguments are those of `Ways.use_bearer`, the fields of `UseBearer`.
        """
        from ..operations.use_bearer import UseBearer

        return await self._client.send(UseBearer())

    async def use_digest(
        self,
    ) -> None:
        """GET /digest

        The arguments are those of `Ways.use_digest`, the fields of `UseDigest`.
        """
        from ..operations.use_digest import UseDigest

        return await self._client.send(UseDigest())

    async def use_header(
        self,
    ) -> None:
        """GET /header

        The arguments are those of `Ways.use_header`, the fields of `UseHeader`.
        """
        from ..operations.use_header import UseHeader

        return await self._client.send(UseHeader())

    async def use_query(
        self,
    ) -> None:
        """GET /query

        The arguments are those of `Ways.use_query`, the fields of `UseQuery`.
        """
        from ..operations.use_query import UseQuery

        return await self._client.send(UseQuery())

    async def use_cookie(
        self,
    ) -> None:
        """GET /cookie

        The arguments are those of `Ways.use_cookie`, the fields of `UseCookie`.
        """
        from ..operations.use_cookie import UseCookie

        return await self._client.send(UseCookie())

    async def use_user(
        self,
    ) -> None:
        """GET /user

        The arguments are those of `Ways.use_user`, the fields of `UseUser`.
        """
        from ..operations.use_user import UseUser

        return await self._client.send(UseUser())

    async def use_app(
        self,
    ) -> None:
        """GET /app

        The arguments are those of `Ways.use_app`, the fields of `UseApp`.
        """
        from ..operations.use_app import UseApp

        return await self._client.send(UseApp())

    async def use_open_id(
        self,
    ) -> None:
        """GET /openid

        The arguments are those of `Ways.use_open_id`, the fields of `UseOpenId`.
        """
        from ..operations.use_open_id import UseOpenId

        return await self._client.send(UseOpenId())

    async def use_tls(
        self,
    ) -> None:
        """GET /tls

        The arguments are those of `Ways.use_tls`, the fields of `UseTls`.
        """
        from ..operations.use_tls import UseTls

        return await self._client.send(UseTls())
