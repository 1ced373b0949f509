"""A server on the loopback interface that keeps what comes, and says 204."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self

__all__ = ["Loopback", "Recorded"]


class Recorded(NamedTuple):
    """One request as it came; the target and the values are still encoded."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header, None if it did not come."""
        for known, value in self.headers:
            if known.lower() == name.lower():
                return value
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    last: Recorded | None = None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle_one_request(self) -> None:
        """Any method is a method here."""
        self.raw_requestline = self.rfile.readline(1 << 20)
        if not self.raw_requestline:
            self.close_connection = True
            return
        if not self.parse_request():
            return
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        assert isinstance(self.server, _Server)
        target = self.raw_requestline.decode("latin-1").split(" ")[1]
        headers = tuple(self.headers.items())
        self.server.last = Recorded(self.command, target, headers, body)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
        """Say nothing."""


class Loopback:
    """The server; `take` gives the request that came since it was last asked."""

    def __init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=[0.05], daemon=True
        )
        self._thread.start()

    def take(self) -> Recorded | None:
        """The last request, None if none came."""
        last, self._server.last = self._server.last, None
        return last

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
