"""The clients of Held."""

from __future__ import annotations

from datetime import date as Date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from ._support.client import BaseAsyncClient, BaseClient
from ._support.discreet import discreet
from ._support.http import Timeout
from ._support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from ._support.settings import DEFAULT_TIMEOUT, Options
from ._support.transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources.days import AsyncDays, Days

__all__ = ["AsyncClient", "Client"]


class Client(BaseClient):
    """Held

    Use it in a `with` statement, or call `close` when you are done.

    Args:
        day: Day. Each call can give another one.
        zone: Zone. Each call can give another one.
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
        day: Date | str | None = None,
        zone: Literal["a", "b"] | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            defaults={
                "Day": day,
                "Zone": zone,
            },
            transport=transport,
            **options,
        )

    @cached_property
    def days(self) -> Days:
        """Days"""
        from .resources.days import Days

        return Days(self)


class AsyncClient(BaseAsyncClient):
    """Held

    Use it in an `async with` statement, or call `aclose` when you are done.

    Args:
        day: Day. Each call can give another one.
        zone: Zone. Each call can give another one.
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
        day: Date | str | None = None,
        zone: Literal["a", "b"] | None = None,
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            defaults={
                "Day": day,
                "Zone": zone,
            },
            transport=transport,
            **options,
        )

    @cached_property
    def days(self) -> AsyncDays:
        """Days"""
        from .resources.days import AsyncDays

        return AsyncDays(self)
