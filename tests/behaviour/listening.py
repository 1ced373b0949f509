"""Loopback servers that do with a connection whatever a test wants."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

__all__ = ["Listener", "answer", "body_of", "head_of"]


class Listener:
    """Gives each connection to `serve`, in a thread; with `context`, by TLS."""

    def __init__(
        self,
        serve: Callable[[socket.socket], None],
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.connections = 0
        self.closing = threading.Event()
        self._serve = serve
        self._context = context
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=600)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http{'s' if context else ''}://127.0.0.1:{self.port}"
        self._acceptor = threading.Thread(target=self._accept)
        self._acceptor.start()

    def gone(self) -> None:
        """Wait until the clients have closed all connections, as they are to."""
        for thread in self._threads:
            thread.join(20)
            assert not thread.is_alive(), "a connection was left open"

    def close(self) -> None:
        self.closing.set()
        # Closing a socket does not wake a thread that waits in accept; a caller does.
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port)).close()
        self._acceptor.join()
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self.closing.is_set():
                connection.close()
                return
            self.connections += 1
            self._open.add(connection)
            thread = threading.Thread(target=self._handle, args=[connection])
            thread.start()
            self._threads.append(thread)

    def _handle(self, connection: socket.socket) -> None:
        plain = connection
        try:
            if self._context is not None:
                connection = self._context.wrap_socket(plain, server_side=True)
                self._open.add(connection)
            self._serve(connection)
        except OSError:
            pass  # the client has gone, as clients do
        finally:
            self._open -= {plain, connection}
            connection.close()


def head_of(connection: socket.socket) -> tuple[bytes, bytes]:
    """A request to the end of its headers, and what has come behind that.

    Raises:
        ConnectionError: There is no further request.
    """
    raw = b""
    while b"\r\n\r\n" not in raw:
        piece = connection.recv(65536)
        if not piece:
            raise ConnectionError
        raw += piece
    head, _, rest = raw.partition(b"\r\n\r\n")
    return head, rest


def body_of(connection: socket.socket, head: bytes, rest: bytes) -> bytes:
    """The body of a request, chunks as they are on the wire."""
    length = 0
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    chunked = b"chunked" in head
    while not rest.endswith(b"0\r\n\r\n") if chunked else len(rest) < length:
        piece = connection.recv(65536)
        if not piece:
            raise ConnectionError
        rest += piece
    return rest


def answer(body: bytes = b"", status: int = 200, *lines: str) -> bytes:
    """A whole response."""
    head = [f"HTTP/1.1 {status} Status", f"Content-Length: {len(body)}", *lines]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
