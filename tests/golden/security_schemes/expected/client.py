"""The clients of Pets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._support.auth import BasicAuth, HttpScheme, Scheme
from ._support.client import BaseAsyncClient, BaseClient
from ._support.discreet import discreet
from ._support.http import Timeout
from ._support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from ._support.settings import DEFAULT_TIMEOUT, Options
from ._support.tokens import (
    ApiKey,
    ApiKeyScheme,
    BearerAuth,
    MutualTlsScheme,
    OAuth2Scheme,
    OpenIdScheme,
    RawAuth,
)
from ._support.transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources.ways import AsyncWays, Ways

__all__ = ["AsyncClient", "Client"]

_SCHEMES: dict[str, Scheme] = {
    "app-oauth": OAuth2Scheme(argument="app_oauth", token_url="https://example.com/t"),
    "basic": HttpScheme("basic", argument="basic"),
    "bearer": HttpScheme("bearer", argument="bearer"),
    "cookie": ApiKeyScheme("cookie", "session", argument="cookie"),
    "digest": HttpScheme("digest", argument="digest"),
    "header": ApiKeyScheme("header", "X-Api-Key", argument="header"),
    "openId": OpenIdScheme(argument="open_id"),
    "query": ApiKeyScheme("query", "api key", argument="query"),
    "tls": MutualTlsScheme(),
    "user-oauth": OAuth2Scheme(
        argument="user_oauth", refresh_url="https://example.com/t"
    ),
}


class Client(BaseClient):
    """Pets

    Use it in a `with` statement, or call `close` when you are done.

    Args:
        app_oauth: Who is calling.
        basic: Name and password.
        bearer: Who is calling.
        cookie: Who is calling.
        digest: Who is calling.
        header: Who is calling.
        open_id: Who is calling.
        query: Who is calling.
        user_oauth: Who is calling.
        base_url: Where the API is.
        timeout: In seconds, a `Timeout` or a number for the whole call.
        transport: What sends the requests, if not httpx2 as it comes.
        options: What else there is to say: see `Options`.
    """

    _transport_class = Httpx2Transport

    @discreet
    def __init__(
        self,
        *,
        app_oauth: BearerAuth | None = None,
        basic: BasicAuth | None = None,
        bearer: BearerAuth | None = None,
        cookie: ApiKey | None = None,
        digest: RawAuth | None = None,
        header: ApiKey | None = None,
        open_id: BearerAuth | None = None,
        query: ApiKey | None = None,
        user_oauth: BearerAuth | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "app-oauth": app_oauth,
                "basic": basic,
                "bearer": bearer,
                "cookie": cookie,
                "digest": digest,
                "header": header,
                "openId": open_id,
                "query": query,
                "user-oauth": user_oauth,
            },
            schemes=_SCHEMES,
            transport=transport,
            **options,
        )

    @cached_property
    def ways(self) -> Ways:
        """Ways"""
        from .resources.ways import Ways

        return Ways(self)


class AsyncClient(BaseAsyncClient):
    """Pets

    Use it in an `async with` statement, or call `aclose` when you are done.

    Args:
        app_oauth: Who is calling.
        basic: Name and password.
        bearer: Who is calling.
        cookie: Who is calling.
        digest: Who is calling.
        header: Who is calling.
        open_id: Who is calling.
        query: Who is calling.
        user_oauth: Who is calling.
        base_url: Where the API is.
        timeout: In seconds, a `Timeout` or a number for the whole call.
        transport: What sends the requests, if not httpx2 as it comes.
        options: What else there is to say: see `Options`.
    """

    _transport_class = AsyncHttpx2Transport

    @discreet
    def __init__(
        self,
        *,
        app_oauth: BearerAuth | None = None,
        basic: BasicAuth | None = None,
        bearer: BearerAuth | None = None,
        cookie: ApiKey | None = None,
        digest: RawAuth | None = None,
        header: ApiKey | None = None,
        open_id: BearerAuth | None = None,
        query: ApiKey | None = None,
        user_oauth: BearerAuth | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "app-oauth": app_oauth,
                "basic": basic,
                "bearer": bearer,
                "cookie": cookie,
                "digest": digest,
                "header": header,
                "openId": open_id,
                "query": query,
                "user-oauth": user_oauth,
            },
            schemes=_SCHEMES,
            transport=transport,
            **options,
        )

    @cached_property
    def ways(self) -> AsyncWays:
        """Ways"""
        from .resources.ways import AsyncWays

        return AsyncWays(self)
