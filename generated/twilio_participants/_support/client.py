"""The clients, apart from the operations: who calls, where to, and how long to wait."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from .auth import Auth
from .http import HttpRequest, Timeout
from .requests import Request
from .transports import (
    AsyncHttpx2Transport,
    AsyncTransport,
    Httpx2Transport,
    Transport,
)

__all__ = ["DEFAULT_TIMEOUT", "BaseAsyncClient", "BaseClient"]

R = TypeVar("R")
DEFAULT_TIMEOUT = Timeout(connect=5.0, total=30.0)


class _Settings:
    """What both clients hold; nothing of it changes."""

    def __init__(
        self,
        *,
        auth: Auth | None,
        base_url: str,
        timeout: Timeout | float,
        defaults: Mapping[str, Any],
    ) -> None:
        self._auth = auth
        self._base_url = _checked(base_url)
        self._timeout = (
            timeout if isinstance(timeout, Timeout) else Timeout(total=timeout)
        )
        self._defaults = {k: v for k, v in defaults.items() if v is not None}

    def prepare(self, request: Request[Any]) -> HttpRequest:
        """The request as it would go out, but for the credentials.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        return request.build(self._base_url, self._defaults)

    def _signed(self, request: HttpRequest) -> HttpRequest:
        if self._auth is None:
            return request
        headers = {**request.headers, **self._auth.headers()}
        return request._replace(headers=headers)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._auth!r}, base_url={self._base_url!r})"


class BaseClient(_Settings):
    """Sends requests one after another, or from many threads."""

    def __init__(
        self,
        *,
        auth: Auth | None,
        base_url: str,
        timeout: Timeout | float,
        defaults: Mapping[str, Any],
        transport: Transport | None,
    ) -> None:
        super().__init__(
            auth=auth, base_url=base_url, timeout=timeout, defaults=defaults
        )
        self._own = None
        if transport is None:
            transport = self._own = Httpx2Transport()
        self._transport = transport

    def send(self, request: Request[R]) -> R:
        """Check `request`, send it, and read the response.

        Raises:
            InvalidRequest: a rule of the description is broken; nothing was sent.
            TransportError: no whole response came.
            ApiError: the server answered with an error.
            InvalidResponse: the response cannot be read.
        """
        outgoing = self._signed(self.prepare(request))
        return request.read(self._transport.send(outgoing, self._timeout))

    def close(self) -> None:
        """Close the connections. A transport that was handed in is left alone."""
        if self._own is not None:
            self._own.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class BaseAsyncClient(_Settings):
    """Sends requests from one or many tasks."""

    def __init__(
        self,
        *,
        auth: Auth | None,
        base_url: str,
        timeout: Timeout | float,
        defaults: Mapping[str, Any],
        transport: AsyncTransport | None,
    ) -> None:
        super().__init__(
            auth=auth, base_url=base_url, timeout=timeout, defaults=defaults
        )
        self._own = None
        if transport is None:
            transport = self._own = AsyncHttpx2Transport()
        self._transport = transport

    async def send(self, request: Request[R]) -> R:
        """As `BaseClient.send`."""
        outgoing = self._signed(self.prepare(request))
        return request.read(await self._transport.send(outgoing, self._timeout))

    async def aclose(self) -> None:
        """Close the connections. A transport that was handed in is left alone."""
        if self._own is not None:
            await self._own.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


def _checked(base_url: str) -> str:
    """`base_url` without a closing slash.

    Raises:
        ValueError: it is not the URL of an HTTP server.
    """
    if "@" in base_url:
        raise ValueError("base_url must not hold credentials: give them as auth")
    hint = "write it like https://api.example.com, with no query and no fragment"
    why = f"base_url {base_url!r} cannot be called: {hint}"
    try:
        parts = urlsplit(base_url)
        fits = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError as error:  # an unclosed bracket, a port that is none
        raise ValueError(why) from error
    if not fits or re.search(r"[\s?#]", base_url):
        raise ValueError(why)
    return base_url.rstrip("/")
