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
from ._support.tokens import ApiKey, ApiKeyScheme, BearerAuth, OAuth2Scheme
from ._support.transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets

__all__ = ["AsyncClient", "Client"]

_SCHEMES: dict[str, Scheme] = {
    "basic": HttpScheme("basic", argument="basic"),
    "key": ApiKeyScheme("query", "api_key", argument="key"),
    "oauth": OAuth2Scheme(argument="oauth"),
}


class Client(BaseClient):
    """Pets

    Use it in a `with` statement, or call `close` when you are done.

    Args:
        basic: Who is calling.
        key: Who is calling.
        oauth: Who is calling.
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
        basic: BasicAuth | None = None,
        key: ApiKey | None = None,
        oauth: BearerAuth | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "basic": basic,
                "key": key,
                "oauth": oauth,
            },
            schemes=_SCHEMES,
            transport=transport,
            **options,
        )

    @cached_property
    def pets(self) -> Pets:
        """Pets"""
        from .resources.pets import Pets

        return Pets(self)


class AsyncClient(BaseAsyncClient):
    """Pets

    Use it in an `async with` statement, or call `aclose` when you are done.

    Args:
        basic: Who is calling.
        key: Who is calling.
        oauth: Who is calling.
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
        basic: BasicAuth | None = None,
        key: ApiKey | None = None,
        oauth: BearerAuth | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "basic": basic,
                "key": key,
                "oauth": oauth,
            },
            schemes=_SCHEMES,
            transport=transport,
            **options,
        )

    @cached_property
    def pets(self) -> AsyncPets:
        """Pets"""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
