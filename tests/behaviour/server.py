"""A loopback server that keeps the raw bytes it is sent and answers as it is told."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from types import TracebackType
from typing import Self, TypeAlias

__all__ = ["Recorded", "Reply", "Server", "Step", "answer", "json_answer"]


class Step(Enum):
    """What to do instead of sending bytes."""

    STALL = auto()
    """Say nothing, and keep the connection open."""
    DRIP = auto()
    """Send a byte now and then; no client is to wait for the end."""
    CLOSE = auto()
    """End the connection in order."""
    RESET = auto()
    """Break the connection: the client gets a TCP reset."""
    LEFT = auto()
    """Wait until the client has closed the connection, and note it in `left`."""


Reply: TypeAlias = Sequence[bytes | Step | threading.Event]
"""An event is waited for before what follows is sent."""


def answer(
    status: int, body: bytes = b"", kind: str = "application/json", **headers: str
) -> bytes:
    """A whole response."""
    lines = [
        f"HTTP/1.1 {status} Status",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def json_answer(status: int, value: object) -> bytes:
    """A whole response with `value` as JSON."""
    return answer(status, json.dumps(value).encode())


@dataclass(frozen=True)
class Recorded:
    """One request, byte for byte."""

    raw: bytes

    @property
    def line(self) -> bytes:
        return self.raw.partition(b"\r\n")[0]

    @property
    def target(self) -> bytes:
        return self.line.split(b" ")[1]

    @property
    def headers(self) -> dict[bytes, bytes]:
        """By name in lower case; a name must not come twice."""
        head = self.raw.partition(b"\r\n\r\n")[0]
        found: dict[bytes, bytes] = {}
        for one in head.split(b"\r\n")[1:]:
            name, _, value = one.partition(b":")
            assert name.lower() not in found, f"{name!r} came twice"
            found[name.lower()] = value.strip()
        return found

    @property
    def body(self) -> bytes:
        return self.raw.partition(b"\r\n\r\n")[2]


class Server:
    """Gives each request one of `replies`, in order, and the last one to the rest."""

    def __init__(self, *replies: Reply) -> None:
        self.requests: list[Recorded] = []
        self.faults: list[BaseException] = []
        self.connections = 0
        self.left = threading.Event()
        self._replies = replies
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._acceptor = threading.Thread(target=self._accept)
        self._acceptor.start()

    @property
    def request(self) -> Recorded:
        """The only request that came."""
        (only,) = self.requests
        return only

    def close(self) -> None:
        self._closing.set()
        # Closing a socket does not wake a thread that waits in accept; a caller does.
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port)).close()
        self._acceptor.join()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listener.close()
        if self.faults:
            raise self.faults[0]

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
            if self._closing.is_set():
                connection.close()
                return
            thread = threading.Thread(target=self._serve, args=[connection])
            with self._lock:
                self.connections += 1
                self._open.add(connection)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            while (raw := _one_request(connection)) is not None:
                with self._lock:
                    self.requests.append(Recorded(raw))
                    reply = self._replies[
                        min(len(self.requests), len(self._replies)) - 1
                    ]
                for step in reply:
                    if not self._perform(connection, step):
                        return
        except OSError:
            pass  # the client has gone, as clients do
        except BaseException as fault:  # noqa: BLE001  # raised by close
            self.faults.append(fault)
        finally:
            with self._lock:
                connection.close()
                self._open.discard(connection)

    def _perform(
        self, connection: socket.socket, step: bytes | Step | threading.Event
    ) -> bool:
        """Whether the connection goes on."""
        match step:
            case bytes():
                connection.sendall(step)
                return True
            case threading.Event():
                return step.wait(30)
            case Step.LEFT:
                with contextlib.suppress(ConnectionError):
                    assert connection.recv(1) == b""
                self.left.set()
            case Step.STALL:
                self._closing.wait(30)  # so that a client without a limit fails
            case Step.DRIP:
                for _ in range(250):
                    if self._closing.wait(0.02):
                        break
                    connection.sendall(b" ")
            case Step.RESET:
                # With a linger of no time, close sends a reset.
                linger = struct.pack("ii", 1, 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            case Step.CLOSE:
                pass
        return False


def _one_request(connection: socket.socket) -> bytes | None:
    """All bytes of the next request; None if the client is done."""
    raw = b""
    while b"\r\n\r\n" not in raw:
        chunk = connection.recv(65536)
        if not chunk:
            assert not raw, f"a request without an end: {raw!r}"
            return None
        raw += chunk
    head, _, body = raw.partition(b"\r\n\r\n")
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"transfer-encoding"):
            assert line == b"transfer-encoding: chunked"
            return _chunked(connection, raw)
        if line.startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    while len(body) < length:
        chunk = connection.recv(65536)
        assert chunk, f"a body without an end: {body!r}"
        raw, body = raw + chunk, body + chunk
    assert len(body) == length, f"more than the body: {body[length:]!r}"
    return raw


def _chunked(connection: socket.socket, raw: bytes) -> bytes:
    while not raw.endswith(b"\r\n0\r\n\r\n"):
        chunk = connection.recv(65536)
        assert chunk, f"a body without an end: {raw!r}"
        raw += chunk
    return raw
