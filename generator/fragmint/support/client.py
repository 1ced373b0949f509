"""The clients, apart from the operations: who calls, where to, and how long to wait."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType, TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urljoin, urlsplit

from .auth import Auth, Credentials, Scheme, sign
from .errors import ClientError
from .http import HttpRequest, Timeout
from .requests import Request, security_of, server_of
from .transports import (
    AsyncHttpx2Transport,
    AsyncTransport,
    Httpx2Transport,
    Transport,
)

__all__ = ["DEFAULT_TIMEOUT", "BaseAsyncClient", "BaseClient"]

R = TypeVar("R")
DEFAULT_TIMEOUT = Timeout(connect=5.0, total=30.0)
_NONE: Mapping[str, Any] = MappingProxyType({})


class _Settings:
    """What both clients hold; nothing of it changes."""

    def __init__(
        self,
        *,
        auth: Auth | None,
        base_url: str | None,
        server: str,
        timeout: Timeout | float,
        defaults: Mapping[str, Any],
        credentials: Mapping[str, Credentials | None],
        schemes: Mapping[str, Scheme],
    ) -> None:
        _check("headers", {"auth": auth})
        _check("value", credentials)
        self._auth = auth
        self._own_url = base_url is not None
        self._base_url = server.rstrip("/") if base_url is None else _checked(base_url)
        self._timeout = (
            timeout if isinstance(timeout, Timeout) else Timeout(total=timeout)
        )
        self._defaults = {k: v for k, v in defaults.items() if v is not None}
        self._credentials = credentials
        self._schemes = schemes

    def prepare(self, request: Request[Any]) -> HttpRequest:
        """The request as it would go out, but for the credentials.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        return request.build(self._server(request), self._defaults)

    def _server(self, request: Request[Any]) -> str:
        """Where `request` goes: what the user says goes before the description."""
        url = self._base_url
        its_own = server_of(request)
        if its_own is not None and not self._own_url:
            url = urljoin(f"{url}/", its_own).rstrip("/")
        if not url.lower().startswith(("https://", "http://")):
            raise ClientError(
                "the description does not say where the API is: give the client a"
                " base_url"
            )
        return url

    def _signed(self, request: Request[Any]) -> HttpRequest:
        outgoing = self.prepare(request)
        if self._auth is not None:
            headers = {**outgoing.headers, **self._auth.headers()}
            outgoing = outgoing._replace(headers=headers)
        if self._schemes:
            operation = type(request).__name__
            needed, given = security_of(request), self._credentials
            outgoing = sign(outgoing, operation, needed, self._schemes, given)
        return outgoing

    def __repr__(self) -> str:
        given = {k: v for k, v in self._credentials.items() if v is not None}
        auth = self._auth if self._auth is not None else given
        return f"{type(self).__name__}({auth!r}, base_url={self._base_url!r})"


def _check(method: str, credentials: Mapping[str, object]) -> None:
    """See that credentials are such; the error does not tell them."""
    for name, one in credentials.items():
        if one is not None and not hasattr(one, method):
            raise TypeError(
                f"{name} is to be an object such as BasicAuth, BearerAuth or ApiKey,"
                " not the secret itself"
            )


class BaseClient(_Settings):
    """Sends requests one after another, or from many threads.

    `server` is where the description says that the API is; `base_url` is the user's
    word, and goes before it. `credentials` are by the names of `schemes`.
    """

    def __init__(
        self,
        *,
        auth: Auth | None = None,
        base_url: str | None = None,
        server: str = "",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        defaults: Mapping[str, Any] = _NONE,
        credentials: Mapping[str, Credentials | None] = _NONE,
        schemes: Mapping[str, Scheme] = _NONE,
        transport: Transport | None = None,
    ) -> None:
        super().__init__(
            auth=auth,
            base_url=base_url,
            server=server,
            timeout=timeout,
            defaults=defaults,
            credentials=credentials,
            schemes=schemes,
        )
        self._own = None
        if transport is None:
            transport = self._own = Httpx2Transport()
        self._transport = transport

    def send(self, request: Request[R]) -> R:
        """Check `request`, send it, and read the response.

        Raises:
            InvalidRequest: a rule of the description is broken; nothing was sent.
            MissingCredentials: the operation needs some; nothing was sent.
            TransportError: no whole response came.
            ApiError: the server answered with an error.
            InvalidResponse: the response cannot be read.
        """
        outgoing = self._signed(request)
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
        auth: Auth | None = None,
        base_url: str | None = None,
        server: str = "",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        defaults: Mapping[str, Any] = _NONE,
        credentials: Mapping[str, Credentials | None] = _NONE,
        schemes: Mapping[str, Scheme] = _NONE,
        transport: AsyncTransport | None = None,
    ) -> None:
        super().__init__(
            auth=auth,
            base_url=base_url,
            server=server,
            timeout=timeout,
            defaults=defaults,
            credentials=credentials,
            schemes=schemes,
        )
        self._own = None
        if transport is None:
            transport = self._own = AsyncHttpx2Transport()
        self._transport = transport

    async def send(self, request: Request[R]) -> R:
        """As `BaseClient.send`."""
        outgoing = self._signed(request)
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
