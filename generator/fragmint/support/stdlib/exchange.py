"""One request and its response over a connection (RFC 9112)."""

from __future__ import annotations

import re
import ssl
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import NamedTuple, cast

from ..errors import TransportError
from ..http import HttpRequest, Timeout
from ..receiving import ENCODINGS
from ..transports import broken, not_connected, too_late
from .pool import Pool
from .reply import Broken, Late, Reply
from .routes import Route
from .wire import Wire

_AGENT = f"python/{sys.version_info.major}.{sys.version_info.minor}"
_SMALL = 16 * 1024
"""Bytes of a body that is read together with the headers, unless it is a stream."""
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_LENGTH = re.compile(r"[0-9]{1,18}")
_WITH_BODY = frozenset(("PATCH", "POST", "PUT"))


class Head(NamedTuple):
    """What goes before the body, and how long that is: None if it goes in chunks.

    `data` is a memoryview, as nothing of it shows in a traceback.
    """

    data: memoryview
    length: int | None

    def __repr__(self) -> str:
        return f"<Head of {len(self.data)} bytes>"


def head_of(request: HttpRequest, route: Route, target: str) -> Head:
    """The request line and the headers (RFC 9112 §2.1), those that are due added.

    Raises:
        ValueError: Something in them would be read as something else.
    """
    body, given = request.body, request.headers
    names = _names(request.method, *given)
    if len(names) < len(given) or "transfer-encoding" in names:
        raise ValueError("a header is there twice, or says how the body goes")
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
        lowered = {name.lower(): value for name, value in given.items()}
        if not _LENGTH.fullmatch(lowered["content-length"]):
            raise ValueError("the Content-Length is no length")
        length = int(lowered["content-length"])
    elif isinstance(body, bytes):
        length = len(body)
        if length or request.method in _WITH_BODY:
            lines.append(f"Content-Length: {length}")
    else:
        lines.append("Transfer-Encoding: chunked")
    if route.proxy_auth is not None:
        lines.append(f"Proxy-Authorization: {route.proxy_auth}")
    text = "\r\n".join([*lines, "", ""])
    breaks = len(lines) + 1
    if text.count("\r") != breaks or text.count("\n") != breaks or "\0" in text:
        raise ValueError("a header has a line break")
    return Head(memoryview(text.encode()), length)


@lru_cache(256)
def _names(method: str, *names: str) -> frozenset[str]:
    """`names` in lower case; few are not the same each time.

    Raises:
        ValueError: One of them, or `method`, is none.
    """
    if not all(map(_TOKEN.fullmatch, (method, *names))):
        raise ValueError("the method, or the name of a header, is none")
    return frozenset(map(str.lower, names))


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
        self._wire = wire
        self._held = True
        self._lock = Lock()
        self._reply = Reply(wire.receive, request.method)
        self._kept = wire.connected
        self._sending = False

    def begin(self, tls: Callable[[], ssl.SSLContext]) -> Begun:
        """Send the request and read the response's headers."""
        wire, timeout = self._wire, self._timeout
        try:
            if not wire.connected:
                wire.bound(None, self._until(timeout.connect))
                wire.connect(tls)
            wire.bound(timeout.read, self._end)
            self._send()
            return self._begun()
        except Broken as error:
            failure = self._failure(error)
        except BaseException:
            self.close()
            raise
        self.close()
        raise failure  # not in the handler: it would be chained to all that came of it

    def more(self) -> bytes:
        """The next bytes of the body as they arrive; none at its end."""
        reply = self._reply
        if not self._held:
            if reply.ended:
                return b""
            raise broken(self._request, "it was closed before the response had ended")
        try:
            data = reply.more()
        except Broken as error:
            failure = self._failure(error)
        except BaseException:
            self.close()
            raise
        else:
            if reply.ended:
                self.close()
            return data
        self.close()
        raise failure  # as above

    def close(self) -> None:
        """Give the connection up, if it is still held.

        It goes on to the next request if the response was read to its end.
        """
        with self._lock:
            held, self._held = self._held, False
        if not held:
            return
        wire, reply = self._wire, self._reply
        if reply.ended and reply.goes_on and not wire.aborted:
            self._pool.keep(wire)
        else:
            self._pool.drop(wire)

    def __del__(self) -> None:
        if self._held:  # by a response that somebody let go of
            self.close()

    def abort(self) -> None:
        """Have what another thread does here end at once, by an error."""
        with self._lock:  # so that the connection is nobody else's by now
            if self._held:
                self._wire.abort()

    def _send(self) -> None:
        wire, request = self._wire, self._request
        data, length = self._head
        self._sending = True
        if isinstance(request.body, bytes):
            if length != len(request.body):
                raise Broken(_UNLIKE)
            whole = memoryview(b"".join((data, request.body)))
            self._sending = wire.send(whole) > 0
            return
        # What can only be awaited is refused here, before anything is sent.
        pieces = map(_view, request.body)
        taken, sent = wire.send(data), 0
        self._sending = taken > 0
        for piece in pieces if taken == len(data) else ():
            sent += len(piece)
            if length is None:
                size = b"%x\r\n" % len(piece)
                piece = memoryview(b"".join((size, piece, b"\r\n")) if piece else b"")
            elif sent > length:
                break
            if wire.send(piece) < len(piece):
                return  # the server has its reason, which it may tell
        if length is None:
            wire.send(_LAST_CHUNK)
        elif sent != length:
            raise Broken(_UNLIKE)

    def _begun(self) -> Begun:
        reply, body = self._reply, None
        reply.begin()
        small = reply.left is not None and reply.left <= _SMALL and not reply.chunked
        if small and not self._timeout.streamed:
            body = reply.more()
            while reply.left:
                body += reply.more()
            self.close()
        self._timeout = left = self._timeout.in_body(reply.status)
        if left.total is None:
            self._end = None
            if body is None:
                self._wire.bound(left.read, None)
        return Begun(reply.status, reply.headers, body)

    def _failure(self, error: Broken) -> TransportError:
        request, sent = self._request, self._sending
        if isinstance(error, Late):
            over = self._end is not None and monotonic() >= self._end
            return too_late(request, self._timeout, sent=sent, over=over)
        closed = self._wire.aborted
        why = "the transport was closed" if closed else str(error)
        if not sent:
            return not_connected(request, why, error)
        stale = self._kept and self._reply.silent and not closed
        return broken(request, why, stale=stale)

    def _until(self, seconds: float | None) -> float | None:
        if seconds is None:
            return self._end
        end = monotonic() + seconds
        return end if self._end is None else min(end, self._end)


_view = cast("Callable[[bytes], memoryview]", memoryview)
_LAST_CHUNK = memoryview(b"0\r\n\r\n")
_UNLIKE = "the body is not as long as its Content-Length says"
