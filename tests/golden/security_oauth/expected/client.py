"""The clients of Pets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._support.auth import Scheme
from ._support.client import BaseAsyncClient, BaseClient
from ._support.discreet import discreet
from ._support.http import Timeout
from ._support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from ._support.settings import DEFAULT_TIMEOUT, Options
from ._support.tokens import BearerAuth, OAuth2Scheme
from ._support.transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets

__all__ = ["AsyncClient", "Client"]

_SCHEMES: dict[str, Scheme] = {
    "app": OAuth2Scheme(
        argument="app",
        token_url="https://auth.example.com/token",
        scopes=("pets:read", "pets:write"),
    ),
    "device": OAuth2Scheme(argument="device", refresh_url="../token"),
    "user": OAuth2Scheme(
        argument="user",
        token_url="/oauth/token",
        refresh_url="https://auth.example.com/refresh",
    ),
}


class Client(BaseClient):
    """Pets

    Use it in a `with` statement, or call `close` when you are done.

    Args:
        app: A program that calls for itself.
        device: Who is calling.
        user: A person who has allowed it.
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
        app: BearerAuth | None = None,
        device: BearerAuth | None = None,
        user: BearerAuth | None = None,
        base_url: str = "https://api.example.com/v1",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "app": app,
                "device": device,
                "user": user,
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
        app: A program that calls for itself.
        device: Who is calling.
        user: A person who has allowed it.
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
        app: BearerAuth | None = None,
        device: BearerAuth | None = None,
        user: BearerAuth | None = None,
        base_url: str = "https://api.example.com/v1",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            credentials={
                "app": app,
                "device": device,
                "user": user,
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
