"""A token that is there when it is needed: kept until it ends, and got once for all.

Of those who need a new one, the first sends for it, and the others wait: threads and
tasks alike, of all clients that share the credentials.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from functools import partial
from threading import Lock, get_ident
from time import monotonic
from typing import Any, ClassVar, NamedTuple, Protocol
from urllib.parse import quote, quote_plus

from .auth import Grant
from .calls import Hooks, Send, Wait, answered, steps
from .errors import (
    ApiError,
    ClientError,
    CredentialsRefused,
    InvalidResponse,
    TimedOut,
    TransportError,
)
from .flights import apart, settled
from .http import HttpRequest, HttpResponse, Timeout, shown
from .models import MASKED
from .retries import Retries
from .tasks import running


class Token(NamedTuple):
    """What a token endpoint gave: the access token ends at `ends`, by `monotonic`."""

    access: str
    ends: float
    refresh: str | None

    def __repr__(self) -> str:
        return f"Token({MASKED!r})"


class Secrets(NamedTuple):
    """What one request for a token tells; `client` is None of a public client.

    `basic` is what basic authentication makes of it, where that is what is sent.
    """

    client: str | None
    refresh: str | None = None
    basic: str | None = None

    def __repr__(self) -> str:
        return f"Secrets({MASKED!r})"

    def hidden(self, text: object) -> str | None:
        """`text` of a server as it may be told: short, in one line, without them."""
        if not isinstance(text, str):
            return None
        told = {
            spelled
            for one in filter(None, self)
            for spelled in (one, quote(one, safe=""), quote_plus(one))
        }
        for spelled in sorted(told, key=len, reverse=True):  # one can be within another
            text = text.replace(spelled, repr(MASKED))
        shown_only = "".join(one if one.isprintable() else " " for one in text)
        return " ".join(shown_only.split())[:300]


class Asking(Protocol):
    """Credentials that get tokens: `oauth.OAuth2Credentials`."""

    repeatable: ClassVar[bool]

    def secrets(self) -> Secrets: ...
    def request(
        self, url: str, scopes: tuple[str, ...], secrets: Secrets
    ) -> HttpRequest: ...
    def read(
        self, url: str, answer: HttpResponse, sent: float, secrets: Secrets
    ) -> Token | ClientError: ...
    def keep(self, token: Token, secrets: Secrets) -> None: ...


class Flight(Future[Exception | None]):
    """A token that is sent for, by whoever makes this.

    Its result is why there is no token, or None. Cancelled, it came to no result, and
    someone else is to try.
    """

    sent = 0.0
    secrets = Secrets(None)
    task: object = None
    """What gets it, which lives as long as this: nothing else holds it."""

    def __init__(self) -> None:
        super().__init__()
        self._process = os.getpid()
        self._thread = get_ident()
        self._loop = running()

    def is_under_way(self) -> bool:
        """Whether to wait for it: it may be of a process or event loop that is gone."""
        # In this order: of another process, the state may be locked for ever.
        if self._process != os.getpid() or self.done():
            return False
        return self._loop is None or self._loop.is_running()

    def wait(self, seconds: float | None) -> None:
        """Block until it is done, or so many seconds have passed.

        Raises:
            ClientError: It never would be.
        """
        if self._thread == get_ident():
            raise ClientError(
                "no token, and the call was not sent: a task of this thread is getting"
                " it, which this call holds up. In tasks, use an AsyncClient"
            )
        wait([self], seconds)


class TokenGrant(Grant):
    """The tokens that `credentials` get at `url`."""

    __slots__ = (
        "_flight",
        "_locks",
        "_refused",
        "_scopes",
        "_token",
        "credentials",
        "url",
    )

    def __init__(self, credentials: Asking, url: str, scopes: tuple[str, ...]) -> None:
        self.credentials = credentials
        self.url = url
        self._scopes = scopes
        self._token: Token | None = None
        self._refused: Token | None = None
        self._flight: Flight | None = None
        self._locks: dict[int, Lock] = {}

    def value(self) -> str:
        """The value of the header ``Authorization``, by the last token."""
        assert self._token is not None  # `obtain` comes first
        return f"Bearer {self._token.access}"

    def is_fresh(self) -> bool:
        """Whether there is a token that can be used."""
        token = self._token
        if token is None or token is self._refused:
            return False
        return monotonic() < token.ends

    def drop(self, refused: HttpRequest) -> None:
        """Use no longer the token that `refused` was sent with."""
        token = self._token
        if token and refused.headers.get("Authorization") == f"Bearer {token.access}":
            self._refused = token

    def board(self) -> tuple[Flight, bool]:
        """What to wait for, and whether it is for the caller to send for the token."""
        # At a fork, another thread may hold the lock of the old process.
        with self._locks.setdefault(os.getpid(), Lock()):
            flight = self._flight
            if flight is not None and flight.is_under_way():
                return flight, False
            flight = Flight()
            if self.is_fresh():  # someone was quicker
                flight.set_result(None)
                return flight, False
            self._flight = flight
            return flight, True

    def request(self, flight: Flight) -> HttpRequest:
        """The request for a token."""
        flight.sent, flight.secrets = monotonic(), self.credentials.secrets()
        return self.credentials.request(self.url, self._scopes, flight.secrets)

    @contextmanager
    def landing(
        self, flight: Flight
    ) -> Generator[Callable[[HttpResponse], None], None, None]:
        """While the token is sent for; what is yielded takes the answer.

        What is raised within is told to all who wait, and not raised beyond, unless it
        ends the thread or task.
        """
        error: Exception | None = None
        try:
            yield partial(self._take, flight)
        except Exception as raised:  # noqa: BLE001  # who waits gets it
            error = raised
        except BaseException:
            flight.cancel()
            raise
        flight.set_result(error)

    def _take(self, flight: Flight, answer: HttpResponse) -> None:
        secrets = flight.secrets
        found = self.credentials.read(self.url, answer, flight.sent, secrets)
        if isinstance(found, ClientError):
            raise found
        self._token = found
        self.credentials.keep(found, secrets)

    def obtain(self, timeout: Timeout) -> Generator[Obtain, None, None]:
        """See that there is a token, by what is yielded.

        Raises:
            CredentialsRefused: It gets none.
            ClientError: None came, or nothing that can be read.
        """
        began = monotonic()
        while True:
            flight, first = self.board()
            if not flight.done():
                now = timeout.after(monotonic() - began)
                yield Obtain(self, flight, first, now)
            if not flight.done():
                why = "no token within the time allowed; the call itself was not sent"
                raise TimedOut(f"POST {shown(self.url)}: {why}")
            if flight.cancelled():
                continue
            error = flight.result()
            if error is None:
                return
            if isinstance(error, TimedOut) and not first:
                continue  # the time of another was up, not that of this call
            raise _own(error) if isinstance(error, ClientError) else error

    def __repr__(self) -> str:
        return repr(self.credentials)


_SAYING = (ApiError, CredentialsRefused, InvalidResponse, TransportError)
"""The errors that are told by their first argument."""


def _own(error: ClientError) -> ClientError:
    """`error` for one of those who wait for the token: a traceback grows on it."""
    own = copy(error)
    if isinstance(error, _SAYING):
        said, *rest = error.args
        own.args = (f"{said} (the call itself was not sent)", *rest)
    return own


class Obtain(NamedTuple):
    """Wait for `flight`, for as long as `timeout` allows; if `first`, begin it."""

    grant: TokenGrant
    flight: Flight
    first: bool
    timeout: Timeout

    def blocking(self, run: Callable[..., Any], retries: Retries) -> None:
        """Do so, in a thread: `run` makes the call."""
        if self.first:
            with self.grant.landing(self.flight) as take:
                take(answered(run(*self._call(retries))))
        else:
            self.flight.wait(self.timeout.total)

    async def awaited(
        self, run: Callable[..., Awaitable[Any]], retries: Retries
    ) -> None:
        """Do so, in a task."""
        if self.first:
            self.flight.task = await apart(self._fly(run, retries), self.flight.cancel)
        await settled(self.flight, self.timeout.total)

    async def _fly(self, run: Callable[..., Awaitable[Any]], retries: Retries) -> None:
        with self.grant.landing(self.flight) as take:
            take(answered(await run(*self._call(retries))))

    def _call(
        self, retries: Retries
    ) -> tuple[str, Generator[Send | Wait | Any, Any, Any]]:
        """How to send for the token, which no hook is told."""
        grant = self.grant
        name = type(grant.credentials).__name__
        if grant.credentials.repeatable:
            retries = replace(retries, unsafe=True)
        to = f"{shown(grant.url)}: {grant!r}"
        sign = partial(grant.request, self.flight)
        timeout = replace(self.timeout, streamed=False)  # whatever waits for it
        call = steps(
            *(name, sign, lambda: to, timeout, retries, Hooks()),
            about=grant.credentials,
        )
        return name, call
