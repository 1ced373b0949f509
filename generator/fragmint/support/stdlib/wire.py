"""A connection to a server, each of whose operations ends in time."""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, TypeAlias, TypeVar, cast

from .reply import Broken, Late, Reply
from .routes import Route

R = TypeVar("R")
_Ready: TypeAlias = Callable[[float | None], object]
_PIECE = 64 * 1024
_LONGEST = 1e6  # seconds; what waits in the system can not be told much more


class Wire:
    """A connection, made by `connect`.

    Its socket does not block: an operation is tried, and waited for as long as there is
    time. What is sent is a memoryview, which shows nothing of it in a traceback.
    """

    def __init__(self, route: Route) -> None:
        self.route = route
        self.connected = False
        self.aborted = False
        self.since = 0.0
        """When it was last in use, by the monotonic clock."""
        self._sock: Any = None
        self._found: SimpleQueue[Any] | None = None
        self._patience: float | None = None
        self._end: float | None = None

    def bound(self, patience: float | None, end: float | None) -> None:
        """Wait `patience` seconds for each thing, and until `end` for all of them."""
        self._patience = patience
        self._end = end

    def connect(self, tls: Callable[[], ssl.SSLContext]) -> None:
        """Connect as the route says.

        Raises:
            Broken: It can not be done.
            Late: Not within the time.
        """
        try:
            self._dial()
            if self.route.tunnel is not None:
                self._dig(self.route.tunnel)
            if self.route.server_name is not None:
                self._sock = tls().wrap_socket(
                    self._sock,
                    server_hostname=self.route.server_name,
                    do_handshake_on_connect=False,  # so that `abort` has the new socket
                    suppress_ragged_eofs=False,  # anyone can end a connection so
                )
                self._done(self._readable, self._sock.do_handshake)
        except OSError as error:
            raise _broken(error) from error
        self.connected = True

    def _dial(self) -> None:
        addresses = self._addresses()
        for left in range(len(addresses), 0, -1):
            family, kind, protocol, _, address = addresses[-left]
            sock = self._sock = socket.socket(family, kind, protocol)
            try:
                # One that never answers must leave time for those behind it.
                seconds = self._left()
                sock.settimeout(None if seconds is None else seconds / left)
                sock.connect(address)
            except OSError:
                sock.close()
                if left == 1 or self.aborted:
                    raise
            else:
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                sock.settimeout(0)
                self._readable = _watching(sock, writing=False)
                self._writable = _watching(sock, writing=True)
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

    def _dig(self, tunnel: memoryview) -> None:
        """Have the proxy connect to the server (RFC 9110 §9.3.6)."""
        self.send(tunnel)
        # What a proxy puts behind its answer does not pass for the server's: it stays
        # in here.
        answer = Reply(self.receive, "CONNECT")
        answer.begin()
        if not 200 <= answer.status < 300:
            raise Broken(f"the proxy answers {answer.status}")

    def send(self, data: memoryview) -> int:
        """Send `data`. Returns how much of it the other side takes, if not all.

        Raises:
            Broken: The connection broke.
            Late: Not within the time.
        """
        taken = 0
        try:
            while taken < len(data):
                piece = data[taken : taken + _PIECE]
                taken += self._done(self._writable, self._sock.send, piece)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has its reason, which it may tell
        except OSError as error:
            raise _broken(error) from error
        return taken

    def receive(self) -> bytes:
        """What comes next; nothing at the end.

        Raises:
            Broken: The connection broke.
            Late: Not within the time.
        """
        try:
            if self.route.server_name is None:
                self._wait(self._readable)  # it is seldom there by now
            else:
                self._left()  # TLS may hold back what is there
            data: bytes = self._done(self._readable, self._sock.recv, _PIECE)
        except OSError as error:
            raise _broken(error) from error
        if not data and self.aborted:
            raise Broken  # that was no end
        return data

    def silent(self) -> bool:
        """Whether nothing has come that nobody asked for, nor the end."""
        if self.route.server_name is None:
            return not self._readable(0)
        try:
            self._sock.recv(1)
        except ssl.SSLWantReadError:
            return True
        except OSError:
            pass
        return False

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

    def _done(self, ready: _Ready, work: Callable[..., R], *given: Any) -> R:
        """What `work` returns, once the socket is ready for it."""
        while True:
            try:
                return work(*given)
            except ssl.SSLWantReadError:
                ready = self._readable
            except ssl.SSLWantWriteError:
                ready = self._writable
            except BlockingIOError:
                pass
            self._wait(ready)

    def _wait(self, ready: _Ready) -> None:
        left = self._left()
        if not ready(None if left is None else left * 1000):
            raise TimeoutError

    def _left(self) -> float | None:
        if self.aborted:
            raise ConnectionAbortedError
        left = self._patience
        if self._end is not None:
            rest = self._end - monotonic()
            if rest <= 0:
                raise TimeoutError
            left = rest if left is None else min(left, rest)
        return left if left is None or left < _LONGEST else _LONGEST


def _broken(error: OSError) -> Broken:
    kind = Late if isinstance(error, TimeoutError) else Broken
    return kind(str(error) or type(error).__name__)


def _watching(sock: socket.socket, *, writing: bool) -> _Ready:
    """What waits so many milliseconds for `sock`, and returns whether it is ready."""
    number = sock.fileno()  # which remains when TLS takes it over
    if hasattr(select, "poll"):  # as on Windows it is not
        poll = select.poll()
        poll.register(number, select.POLLOUT if writing else select.POLLIN)
        return poll.poll
    if writing:
        return lambda left: select.select([], [number], [], left and left / 1000)[1]
    return lambda left: select.select([number], [], [], left and left / 1000)[0]
