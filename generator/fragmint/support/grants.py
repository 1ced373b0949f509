"""A token that is there when it is needed: kept until it ends, and got once for all.

Of those who need a new one, the first sends for it, and the others wait: threads and
tasks alike, of all clients that share the credentials.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager
from copy import copy
from threading import Lock
from time import monotonic
from typing import NamedTuple, TypeAlias, TypeVar

from .auth import BearerAuth, Scheme
from .errors import ClientError, TimedOut
from .http import HttpRequest, HttpResponse, Timeout, shown
from .oauth import OAuth2Credentials, Token

__all__ = ["Flight", "Grant", "Obtain", "bound", "obtain"]

T = TypeVar("T")
Flight: TypeAlias = "Future[Exception | None]"
"""What is under way: its result is why there is no token, or None. Cancelled, it came
to no result, and someone else is to try."""


class Grant(BearerAuth):
    """The tokens that `credentials` get at `url`."""

    __slots__ = (
        "_flight",
        "_lock",
        "_process",
        "_scopes",
        "_sent",
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
        self._sent = 0.0
        self._lock = Lock()
        self._flight: Flight | None = None
        self._process = 0

    def value(self) -> str:
        """The value of the header ``Authorization``, by the last token."""
        assert self._token is not None  # `obtain` comes first
        return f"Bearer {self._token.access}"

    def is_fresh(self) -> bool:
        """Whether there is a token that can be used."""
        token = self._token
        return token is not None and monotonic() < token.ends

    def drop(self, refused: HttpRequest) -> None:
        """Use no longer the token that `refused` was sent with."""
        with self._lock:
            token = self._token
            if token and refused.headers.get("Authorization") == self.value():
                self._token = token._replace(ends=0.0)

    def board(self) -> tuple[Flight, bool]:
        """What to wait for, and whether it is for the caller to send for the token."""
        with self._lock:
            flight = self._flight
            # What was under way at a fork is so in the other process.
            here = self._process == os.getpid()
            if flight is not None and here and not flight.done():
                return flight, False
            flight = Future[Exception | None]()
            if self.is_fresh():  # someone was quicker
                flight.set_result(None)
                return flight, False
            self._flight, self._process = flight, os.getpid()
            return flight, True

    def request(self) -> HttpRequest:
        """The request for a token."""
        self._sent = monotonic()
        return self.credentials.request(self.url, self._scopes)

    @contextmanager
    def landing(self) -> Generator[Callable[[HttpResponse], None], None, None]:
        """While the token is sent for; what is yielded takes the answer.

        What is raised within is told to all who wait, and not raised beyond, unless it
        ends the thread or task.
        """
        error: Exception | None = None
        try:
            yield self._take
        except Exception as raised:  # noqa: BLE001  # who waits gets it
            error = raised
        except BaseException:
            self._landed().cancel()
            raise
        self._landed().set_result(error)

    def _landed(self) -> Flight:
        with self._lock:
            flight, self._flight = self._flight, None
        assert flight is not None
        return flight

    def _take(self, answer: HttpResponse) -> None:
        found = self.credentials.read(self.url, answer, self._sent)
        if isinstance(found, ClientError):
            raise found
        self._token = found
        self.credentials.keep(found)

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
