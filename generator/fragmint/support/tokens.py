"""Credentials that are one secret, or what returns it, and where they go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from copy import copy
from typing import Any, NamedTuple, Self, TypeAlias

from .auth import Credentials, Grant, InHeader, checked
from .discreet import discreet
from .http import HttpRequest, Timeout
from .tasks import is_async

Secret: TypeAlias = str | Callable[[], str]
"""A secret, or what returns the one to use; it is called for each request."""

AnySecret: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""The same, or an async function, which only an `AsyncClient` calls."""


class ApiKeyScheme(NamedTuple):
    """``type: apiKey``: `place` is header, query or cookie, `name` the name there."""

    place: str
    name: str
    argument: str = ""
    takes: str = "ApiKey"


class OAuth2Scheme(NamedTuple):
    """``type: oauth2``: an access token, however it was got.

    `token_url` gives one for the credentials of a client, and knows `scopes`;
    `refresh_url` gives one for a refresh token, where that is another.
    """

    argument: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[str, ...] = ()
    takes: str = "BearerAuth"
    place: str = "header"
    name: str = "Authorization"


class OpenIdScheme(NamedTuple):
    """``type: openIdConnect``: an access token, however it was got."""

    argument: str = ""
    takes: str = "BearerAuth"
    place: str = "header"
    name: str = "Authorization"


class MutualTlsScheme(NamedTuple):
    """``type: mutualTLS``: a certificate, which is the transport's affair."""

    argument: str = ""
    takes: str = ""
    place: str = ""
    name: str = ""


class _Secret(Credentials):
    __slots__ = ("_held",)
    _kind = "secret"
    _can_await = True

    @discreet
    def __init__(self, secret: AnySecret) -> None:
        if not self._can_await and is_async(secret):
            raise TypeError(f"the {self._kind} cannot come of an async function")
        self._held = secret if callable(secret) else self._checked(secret)

    async def settled(self) -> Self:
        """These credentials with the secret that their async function returns."""
        held: Any = self._held
        one = copy(self)
        one._held = self._checked(await held())
        return one

    def awaits(self) -> bool:
        """Whether an async function gives the secret."""
        return is_async(self._held)

    def of_a_call(self) -> Credentials:
        """These, or what asks for the secret in a step of the call."""
        return Asked(self) if self.awaits() else self

    def _now(self) -> str:
        held = self._held
        return self._checked(held()) if callable(held) else held

    @discreet
    def _checked(self, secret: object) -> str:
        if not secret:
            raise ValueError(f"the {self._kind} is empty: is a variable not set?")
        told = checked(self._kind, secret)
        if told != told.strip(" "):  # which no header tells (RFC 9110 §5.5)
            raise ValueError(f"the {self._kind} begins or ends with a blank")
        return told


class BearerAuth(_Secret, InHeader):
    """A bearer token (RFC 6750), such as an access token of OAuth 2 or OpenID Connect.

    `token` can be a function that returns it, which is called for each request. What
    gets its tokens itself is an `OAuth2ClientCredentials` or `OAuth2RefreshToken`.
    """

    __slots__ = ()
    _taken_as = "BearerAuth"
    _kind = "token"

    @discreet
    def __init__(self, token: AnySecret) -> None:
        super().__init__(token)

    def value(self) -> str:
        """The value of the header ``Authorization``."""
        return f"Bearer {self._now()}"


class ApiKey(_Secret):
    """An API key. The description says where it goes.

    `key` can be a function that returns it, which is called for each request.
    """

    __slots__ = ()
    _taken_as = "ApiKey"
    _kind = "key"

    @discreet
    def __init__(self, key: AnySecret) -> None:
        super().__init__(key)

    def value(self) -> str:
        """The key."""
        return self._now()


class RawAuth(_Secret, InHeader):
    """The header ``Authorization`` as it is, for a scheme that is none of the others.

    `authorization` can be a function that returns it, which is called for each request.
    """

    __slots__ = ()
    _taken_as = "RawAuth"
    _kind = "authorization"

    @discreet
    def __init__(self, authorization: AnySecret) -> None:
        super().__init__(authorization)

    def value(self) -> str:
        """The value of the header ``Authorization``."""
        return self._now()


class Asked(Grant):
    """Credentials of one call, which are `asking` an async function in a step of it."""

    __slots__ = ("_asking", "_settled")
    _settled: _Secret

    def __init__(self, asking: _Secret) -> None:
        self._asking = asking

    def value(self) -> str:
        """What they are this time."""
        return self._settled.value()

    def is_fresh(self) -> bool:
        """Each request asks for its own."""
        return False

    def drop(self, refused: HttpRequest) -> None:
        """Nothing is kept."""

    def obtain(self, timeout: Timeout) -> Generator[Any, None, None]:
        """See `awaited`: no client that blocks has them."""
        yield self

    async def awaited(self, *_: object) -> None:
        """Ask, in a task."""
        self._settled = await self._asking.settled()
