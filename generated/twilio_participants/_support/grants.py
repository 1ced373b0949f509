"""A token that is there when it is needed: kept until it ends, and got once for all.

Of those who need a new one, the first sends for it, and the others wait: threads and
tasks alike, of all clients that share the credentials.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from copy import copy
from functools import partial
from threading import Lock, get_ident
from time import monotonic
from typing import NamedTuple, TypeVar

from .auth import BearerAuth, Scheme
from .errors import ClientError, TimedOut
from .http import HttpRequest, HttpResponse, Timeout, shown
from .oauth import OAuth2Credentials, Secrets, Token
from .tasks import running

__all__ = ["Flight", "Grant", "Obtain", "bound", "obtain"]

T = TypeVar("T")


class Flight(Future[Exception | None]):
    """A token that is sent for, by whoever makes this.

    Its result is why there is no token, or None. Cancelled, it came to no result, and
    someone else is to try.
    """

    sent = 0.0
    secrets = Secrets(None)

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


class Grant(BearerAuth):
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

    def __init__(
        self, credentials: OAuth2Credentials, url: str, scopes: tuple[str, ...]
    ) -> None:
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

    def __repr__(self) -> str:
        return repr(self.credentials)


def bound(one: T, scheme: Scheme | None, base: str) -> T | Grant:
    """`one`, or what gets tokens by it, for `scheme` of the server `base`.

    Raises:
        ValueError: Nobody has said where.
    """
    if not isinstance(one, OAuth2Credentials):
        return one
    key = one.endpoint(scheme, base), one.scopes(scheme)
    grant: Grant = one.grants.setdefault(key, Grant(one, *key))
    return grant


class Obtain(NamedTuple):
    """Wait for `flight`, for as long as `timeout` allows; if `first`, begin it."""

    grant: Grant
    flight: Flight
    first: bool
    timeout: Timeout


def obtain(grant: Grant, timeout: Timeout) -> Generator[Obtain, None, None]:
    """See that `grant` has a token, by what is yielded.

    Raises:
        CredentialsRefused: It gets none.
        ClientError: None came, or nothing that can be read.
    """
    began = monotonic()
    while True:
        flight, first = grant.board()
        if not flight.done():
            now = timeout.after(monotonic() - began)
            yield Obtain(grant, flight, first, now)
        if not flight.done():
            why = "no token within the time allowed; the call itself was not sent"
            raise TimedOut(f"POST {shown(grant.url)}: {why}")
        if flight.cancelled():
            continue
        error = flight.result()
        if error is None:
            return
        if isinstance(error, TimedOut) and not first:
            continue  # the time of another was up, not that of this call
        # Each gets one of its own, since a traceback grows on it.
        raise copy(error) if isinstance(error, ClientError) else error
