"""The clients of Twilio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._support.auth import BasicAuth, HttpScheme, Scheme
from ._support.client import BaseAsyncClient, BaseClient
from ._support.discreet import discreet
from ._support.http import Timeout
from ._support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from ._support.settings import DEFAULT_TIMEOUT, Options
from ._support.transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources.participants import AsyncParticipants, Participants

__all__ = ["AsyncClient", "Client"]

_SCHEMES: dict[str, Scheme] = {
    "basic": HttpScheme("basic", argument="auth"),
}


class Client(BaseClient):
    """Twilio

    Use it in a `with` statement, or call `close` when you are done.

    Args:
        auth: The account's SID is the user name, its auth token the password.
        account_sid: The SID of the Account that the resource belongs to. Each call can
            give another one.
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
        auth: BasicAuth,
        account_sid: str | None = None,
        base_url: str = "https://api.twilio.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            defaults={
                "AccountSid": account_sid,
            },
            credentials={
                "basic": auth,
            },
            schemes=_SCHEMES,
            transport=transport,
            **options,
        )

    @cached_property
    def participants(self) -> Participants:
        """Conference participants"""
        from .resources.participants import Participants

        return Participants(self)


class AsyncClient(BaseAsyncClient):
    """Twilio

    Use it in an `async with` statement, or call `aclose` when you are done.

    Args:
        auth: The account's SID is the user name, its auth token the password.
        account_sid: The SID of the Account that the resource belongs to. Each call can
            give another one.
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
        auth: BasicAuth,
        account_sid: str | None = None,
        base_url: str = "https://api.twilio.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            defaults={
                "AccountSid": account_sid,
            },
            credentials={
                "basic": auth,
            },
            schemes=_SCHEMES,
            transport=transport,
            **options,
        )

    @cached_property
    def participants(self) -> AsyncParticipants:
        """Conference participants"""
        from .resources.participants import AsyncParticipants

        return AsyncParticipants(self)
