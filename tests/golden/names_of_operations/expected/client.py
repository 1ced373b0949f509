"""The clients of Pets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._support.client import BaseAsyncClient, BaseClient
from ._support.discreet import discreet
from ._support.http import Timeout
from ._support.httpx2 import AsyncHttpx2Transport, Httpx2Transport
from ._support.settings import DEFAULT_TIMEOUT, Options
from ._support.transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources.client import AsyncClientResource, ClientResource
    from .resources.import_ import AsyncImportResource, ImportResource
    from .resources.tag_2_fa import AsyncTag2Fa, Tag2Fa
    from .resources.untagged import AsyncUntagged, Untagged
    from .resources.up import AsyncUp, Up
    from .resources.ünïcode_more import AsyncÜnïcodeMore, ÜnïcodeMore

__all__ = ["AsyncClient", "Client"]


class Client(BaseClient):
    """Pets

    Use it in a `with` statement, or call `close` when you are done.

    Args:
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
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: Transport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            transport=transport,
            **options,
        )

    @cached_property
    def client(self) -> ClientResource:
        """client"""
        from .resources.client import ClientResource

        return ClientResource(self)

    @cached_property
    def import_(self) -> ImportResource:
        """import"""
        from .resources.import_ import ImportResource

        return ImportResource(self)

    @cached_property
    def tag_2_fa(self) -> Tag2Fa:
        """Second factors."""
        from .resources.tag_2_fa import Tag2Fa

        return Tag2Fa(self)

    @cached_property
    def untagged(self) -> Untagged:
        """untagged"""
        from .resources.untagged import Untagged

        return Untagged(self)

    @cached_property
    def up(self) -> Up:
        """../up"""
        from .resources.up import Up

        return Up(self)

    @cached_property
    def ünïcode_more(self) -> ÜnïcodeMore:
        """Ünïcode & more"""
        from .resources.ünïcode_more import ÜnïcodeMore

        return ÜnïcodeMore(self)


class AsyncClient(BaseAsyncClient):
    """Pets

    Use it in an `async with` statement, or call `aclose` when you are done.

    Args:
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
        base_url: str = "https://api.example.com",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        transport: AsyncTransport | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            transport=transport,
            **options,
        )

    @cached_property
    def client(self) -> AsyncClientResource:
        """client"""
        from .resources.client import AsyncClientResource

        return AsyncClientResource(self)

    @cached_property
    def import_(self) -> AsyncImportResource:
        """import"""
        from .resources.import_ import AsyncImportResource

        return AsyncImportResource(self)

    @cached_property
    def tag_2_fa(self) -> AsyncTag2Fa:
        """Second factors."""
        from .resources.tag_2_fa import AsyncTag2Fa

        return AsyncTag2Fa(self)

    @cached_property
    def untagged(self) -> AsyncUntagged:
        """untagged"""
        from .resources.untagged import AsyncUntagged

        return AsyncUntagged(self)

    @cached_property
    def up(self) -> AsyncUp:
        """../up"""
        from .resources.up import AsyncUp

        return AsyncUp(self)

    @cached_property
    def ünïcode_more(self) -> AsyncÜnïcodeMore:
        """Ünïcode & more"""
        from .resources.ünïcode_more import AsyncÜnïcodeMore

        return AsyncÜnïcodeMore(self)
