"""The clients of Pets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._support.auth import HttpScheme, Scheme
from ._support.client import BaseAsyncClient, BaseClient
from ._support.discreet import discreet
from ._support.http import Timeout
from ._support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from ._support.settings import DEFAULT_TIMEOUT, Options
from ._support.tokens import ApiKey, ApiKeyScheme, BearerAuth
from ._support.transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources.ways import AsyncWays, Ways

__all__ = ["AsyncClient", "Client"]

_SCHEMES: dict[str, Scheme] = {
    "key": ApiKeyScheme("header", "X-Key", argument="key"),
    "secret": ApiKeyScheme("header", "X-Secret", argument="secret"),
    "token": HttpScheme("bearer", argument="token"),
}


class Client(BaseClient):
    """Pets

    Use it in a `with` statement, or call `close` when you are done.

    Args:
        key: Who is calling.
        secret: Who is calling.
        token: Who is calling.
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
        key: ApiKey | None = None,
        secret: ApiKey | None = None,
        token: BearerAuth | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "key": key,
                "secret": secret,
                "token": token,
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
        key: Who is calling.
        secret: Who is calling.
        token: Who is calling.
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
        key: ApiKey | None = None,
        secret: ApiKey | None = None,
        token: BearerAuth | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "key": key,
                "secret": secret,
                "token": token,
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
