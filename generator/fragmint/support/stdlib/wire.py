"""A connection to a server, each of whose operations ends in time."""

from __future__ import annotations

import io
import select
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, cast

from .reply import Reply
from .routes import Route

__all__ = ["Wire"]

_BUFFER = 16 * 1024  # what comes at once over TLS
_PIECE = 64 * 1024


class Wire(io.RawIOBase):
    """A connection, made by `connect`.

    http.client bounds each read from the socket, not their sum, and reads the headers
    through a buffer that may read any number of times. Here the buffer reads from this,
    which gives each operation of the socket what is left of the time.
    """

    def __init__(self, route: Route) -> None:
        self.route = route
        self.connected = False
        self.aborted = False
        self.since = 0.0
        """When it was last in use, by the monotonic clock."""
        self._sock: socket.socket | None = None
        self._found: SimpleQueue[Any] | None = None
        self._reader = _Reader(self, _BUFFER)
        self._patience: float | None = None
        self._end: float | None = None
        self._peeking = self._ended = False
        self._poll: Any = None

    def bound(self, patience: float | None, end: float | None) -> None:
        """Wait `patience` seconds for each thing, and until `end` for all of them."""
        self._patience = patience
        self._end = end

    def connect(self, tls: Callable[[], ssl.SSLContext]) -> None:
        """Connect as the route says.

        Raises:
            OSError, HTTPException: It can not be done.
            TimeoutError: Not within the time.
        """
        self._dial()
        if self.route.tunnel is not None:
            self._dig(self.route.tunnel)
        if self.route.server_name is not None:
            self._sock = sock = tls().wrap_socket(
                self._ready(),
                server_hostname=self.route.server_name,
                do_handshake_on_connect=False,  # so that `abort` has the new socket
            )
            self._ready()
            sock.do_handshake()
        elif hasattr(select, "poll"):  # as on Windows it is not
            self._poll = select.poll()
            self._poll.register(self._ready(), select.POLLIN)
        self.connected = True

    def _dial(self) -> None:
        addresses = self._addresses()
        for left in range(len(addresses), 0, -1):
            family, kind, protocol, _, address = addresses[-left]
            self._sock = socket.socket(family, kind, protocol)
            try:
                # One that never answers must leave time for those behind it.
                self._ready(share=left).connect(address)
            except OSError:
                self._sock.close()
                if left == 1 or self.aborted:
                    raise
            else:
                self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return

    def _addresses(self) -> list[Any]:
        """Where the host is; looked up in a thread, as only that can be left behind."""
        host, port = self.route.host.encode(), self.route.port
        kind, numeric = socket.SOCK_STREAM, socket.AI_NUMERICHOST
        with suppress(socket.gaierror):
            return socket.getaddrinfo(host, port, type=kind, flags=numeric)
        found = self._found = SimpleQueue()

        def look() -> None:
            try:
                found.put(socket.getaddrinfo(host, port, type=kind))
            except OSError as error:
                found.put(error)

        Thread(target=look, daemon=True).start()
        try:
            answer = found.get(timeout=self._left())
        except Empty:
            raise TimeoutError from None
        if isinstance(answer, OSError):
            raise answer
        return cast("list[Any]", answer)

    def _dig(self, tunnel: bytes) -> None:
        """Have the proxy connect to the server (RFC 9110 §9.3.6)."""
        self.send(tunnel)
        answer = Reply(cast(Any, self), method="CONNECT")
        answer.begin()
        if not 200 <= answer.status < 300:
            raise OSError(f"the proxy answers {answer.status}")
        # What a proxy puts behind its answer must not pass for the server's.
        self._reader = _Reader(self, _BUFFER)

    def send(self, data: bytes) -> bool:
        """Send `data`. Returns whether the other side takes it.

        Raises:
            OSError: The connection is broken.
            TimeoutError: Not within the time.
        """
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._ready().send(rest[:_PIECE]) :]
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def makefile(self, mode: str) -> io.BufferedReader:
        """What `HTTPResponse` asks a socket for."""
        return self._reader

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        """What the buffer reads by; None if nothing is there and it is not to wait."""
        if not self._peeking:
            return self._ready().recv_into(buffer)
        if self._poll is not None and not self._poll.poll(0):
            return None  # what follows would say so too, and take ten times as long
        assert self._sock is not None
        self._sock.settimeout(0)
        try:
            got = self._sock.recv_into(buffer)
        except (BlockingIOError, ssl.SSLWantReadError):
            return None
        self._ended = not got
        return got

    def silent(self) -> bool:
        """Whether nothing has come that nobody asked for, nor the end."""
        self._peeking = True
        try:
            return not self._reader.peek(1) and not self._ended
        except OSError:
            return False
        finally:
            self._peeking = False

    def abort(self) -> None:
        """End what another thread is doing here, by an error."""
        self.aborted = True
        if self._found is not None:
            self._found.put(ConnectionAbortedError())
        if self._sock is not None:
            with suppress(OSError):
                # Not the method of TLS, which would take its state from the thread.
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the socket, in this process."""
        if self._sock is not None:
            self._sock.close()
        super().close()

    def _ready(self, share: int = 1) -> socket.socket:
        """The socket, to be waited for as long as there is time."""
        assert self._sock is not None
        left = self._left()
        self._sock.settimeout(None if left is None else left / share)
        return self._sock

    def _left(self) -> float | None:
        if self.aborted:
            raise ConnectionAbortedError
        if self._end is None:
            return self._patience
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left if self._patience is None else min(left, self._patience)


class _Reader(io.BufferedReader):
    def close(self) -> None:
        """Nothing: a response closes it at its end, and the connection goes on."""

    def flush(self) -> None:
        """Nothing: a response asks for it, which may outlive the connection."""
