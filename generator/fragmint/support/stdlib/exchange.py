"""One request and its response over a connection, by http.client (RFC 9112)."""

from __future__ import annotations

import re
import ssl
import sys
from collections.abc import Callable, Mapping
from http.client import HTTPException
from threading import Lock
from time import monotonic
from typing import Any, NamedTuple, ParamSpec, TypeVar, cast

from ..errors import TransportError
from ..http import HttpRequest, Timeout
from ..receiving import ENCODINGS
from ..transports import broken, not_connected, not_connected_within, timed_out
from .pool import Pool
from .reply import Reply
from .routes import Route
from .wire import Wire

__all__ = ["Begun", "Exchange", "Head", "head_of"]

P = ParamSpec("P")
R = TypeVar("R")

_AGENT = f"python/{sys.version_info.major}.{sys.version_info.minor}"
_CHUNK = 64 * 1024
_SMALL = 16 * 1024
"""Bytes of a body that is read together with the headers."""
_TOKENS = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]*")
_WITH_BODY = frozenset(("PATCH", "POST", "PUT"))
_WHY = {
    "BadStatusLine": "what came is not HTTP",
    "HTTPException": "there are too many headers",
    "IncompleteRead": "it ended before the response did",
    "LineTooLong": "a header is too long",
}


class Head(NamedTuple):
    """What goes before the body, and how long that is: None if it goes in chunks."""

    data: bytes
    length: int | None

    def __repr__(self) -> str:
        return f"<Head of {len(self.data)} bytes>"


def head_of(request: HttpRequest, route: Route, target: str) -> Head:
    """The request line and the headers (RFC 9112 §2.1), those that are due added.

    Raises:
        ValueError: Something in them would be read as something else.
    """
    body, given = request.body, request.headers
    names = {name.lower(): name for name in given}
    lines = [f"{request.method} {route.prefix}{target} HTTP/1.1"]
    if "host" not in names:
        lines.append(f"Host: {route.authority}")
    if "user-agent" not in names:
        lines.append(f"User-Agent: {_AGENT}")
    if "accept-encoding" not in names:
        lines.append(f"Accept-Encoding: {ENCODINGS}")
    lines += [f"{name}: {value}" for name, value in given.items()]
    length: int | None = None
    if "content-length" in names:
        length = int(given[names["content-length"]])
    elif isinstance(body, bytes):
        length = len(body)
        if length or request.method in _WITH_BODY:
            lines.append(f"Content-Length: {length}")
    elif "transfer-encoding" not in names:
        lines.append("Transfer-Encoding: chunked")
    if route.proxy_auth is not None:
        lines.append(f"Proxy-Authorization: {route.proxy_auth}")
    text = "\r\n".join([*lines, "", ""])
    breaks = len(lines) + 1
    if (
        text.count("\r") != breaks
        or text.count("\n") != breaks
        or "\0" in text
        or not _TOKENS.fullmatch("".join(names))
        or not _TOKENS.fullmatch(request.method)
    ):
        raise ValueError("a header has a line break, or a name that is none")
    return Head(text.encode(), length)


class Begun(NamedTuple):
    """A response as it begins. `body` is its whole body, if that is there already."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None


class Exchange:
    """A request and its response, while they have a connection.

    All errors are in this package's terms; after one, the connection is closed.
    """

    def __init__(
        self,
        request: HttpRequest,
        head: Head,
        timeout: Timeout,
        end: float | None,
        pool: Pool,
        wire: Wire,
    ) -> None:
        self._request = request
        self._head = head
        self._timeout = timeout
        self._end = end
        self._pool = pool
        self._wire: Wire | None = wire
        self._lock = Lock()
        self._sending = False
        self._again = False
        self._response: Any = None

    def begin(self, tls: Callable[[], ssl.SSLContext]) -> Begun:
        """Send the request and read the response's headers."""
        wire = self._held()
        timeout = self._timeout
        try:
            if not wire.connected:
                wire.bound(None, self._until(timeout.connect))
                self._do(wire.connect, tls)
            self._sending = True
            wire.bound(timeout.read, self._end)
            self._send(wire)
            begun = self._do(self._receive, wire)
            self._timeout = left = timeout.in_body(begun.status)
            if left.total is None:
                self._end = None
                if begun.body is None:
                    wire.bound(left.read, None)
            return begun
        except BaseException:
            self.close()
            raise

    def more(self) -> bytes:
        """The next bytes of the body as they arrive; none at its end."""
        if self._wire is None:
            return b""
        try:
            data = self._do(self._read)
        except BaseException:
            self.close()
            raise
        if not data or self._response.length == 0:
            self._leave(whole=True)
        return data

    def close(self) -> None:
        """Give the connection up, if it is still held: what is on it was not read."""
        self._leave(whole=False)

    def abort(self) -> None:
        """Have what another thread does here end at once, by an error."""
        with self._lock:  # so that the connection is nobody else's by now
            if self._wire is not None:
                self._wire.abort()

    def _send(self, wire: Wire) -> None:
        data, length = self._head
        body = self._request.body
        if isinstance(body, bytes):
            if length != len(body):
                raise self._failure(OSError(_UNLIKE))
            self._do(wire.send, data + body)
            return
        pieces, sent = iter(body), 0  # what only can be awaited is refused by now
        going = self._do(wire.send, data)
        for piece in pieces if going else ():
            sent += len(piece)
            if length is None:
                piece = b"%x\r\n%b\r\n" % (len(piece), piece) if piece else b""
            elif sent > length:
                break
            if not self._do(wire.send, piece):
                return  # the server has its reason, which it may tell
        if length is None:
            self._do(wire.send, b"0\r\n\r\n")
        elif sent != length:
            raise self._failure(OSError(_UNLIKE))

    def _receive(self, wire: Wire) -> Begun:
        response: Any = Reply(cast(Any, wire), method=self._request.method)
        response.begin()
        while 100 <= response.status < 200 and response.status != 101:
            response.begin()  # that was an interim one (RFC 9110 §15.2)
        headers: dict[str, str] = response.headers
        length = headers.get("content-length")
        if response.chunked:
            whole = length is None
        else:
            whole = True
            if "transfer-encoding" in headers:
                raise OSError("its Transfer-Encoding is not understood")
            if length is not None and not _LENGTH.fullmatch(length):
                raise OSError("its Content-Length is no length")
        self._again = whole and not response.will_close and response.status != 101
        self._response = response
        body: bytes | None = None
        if response.length is not None and response.length <= _SMALL:
            body = response.read() if response.length else b""
            self._leave(whole=True)
        return Begun(response.status, headers, body)

    def _read(self) -> bytes:
        data: bytes = self._response.read1(_CHUNK)
        if not data and self._response.length:
            raise OSError(_WHY["IncompleteRead"])
        return data

    def _held(self) -> Wire:
        assert self._wire is not None
        return self._wire

    def _leave(self, *, whole: bool) -> None:
        with self._lock:
            wire, self._wire = self._wire, None
        if wire is None:
            return
        if whole and self._again and not wire.aborted:
            self._pool.keep(wire)
        else:
            self._pool.drop(wire)

    def _do(self, work: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        try:
            return work(*args, **named)
        except (OSError, HTTPException) as error:
            failure = self._failure(error)
        # Not in the handler: what is raised there would hold on to what was sent.
        raise failure

    def _failure(self, error: OSError | HTTPException) -> TransportError:
        timeout, request = self._timeout, self._request
        patience = timeout.read if self._sending else timeout.connect
        over = self._end is not None and monotonic() >= self._end
        bound = timeout.total if over or patience is None else patience
        if isinstance(error, TimeoutError) and bound is not None:
            told = timed_out if self._sending else not_connected_within
            return told(request, bound)
        closed = self._wire is not None and self._wire.aborted
        why = "the transport was closed" if closed else _why(error)
        return (broken if self._sending else not_connected)(request, why)

    def _until(self, seconds: float | None) -> float | None:
        if seconds is None:
            return self._end
        end = monotonic() + seconds
        return end if self._end is None else min(end, self._end)


_LENGTH = re.compile(r"[0-9]{1,18}")
_UNLIKE = "the body is not as long as its Content-Length says"


def _why(error: OSError | HTTPException) -> str:
    """What went wrong. What http.client says may be what came, or what was sent."""
    if isinstance(error, HTTPException) and not isinstance(error, OSError):
        name = type(error).__name__
        return _WHY.get(name, name)
    return str(error) or type(error).__name__
