"""A deadline for a whole call of a blocking client.

httpx2 bounds each read from the socket, not their sum: a server that sends a byte now
and then could hold a call for ever. Here every operation on a connection gets what is
left until the deadline of the call that it serves. To make a connection it gives the
time anew to each address of a host, and bounds no look for these at all; here all of
that together has it.
"""

from __future__ import annotations

import socket
import ssl
import warnings
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from contextvars import ContextVar
from threading import Thread
from time import monotonic
from typing import Any

import httpcore2  # httpx2 stands on it
import httpx2

_TOO_LATE = httpcore2.ConnectTimeout
_DEADLINE: ContextVar[float | None] = ContextVar("deadline", default=None)


class until:  # noqa: N801  # reads as what it does
    """Bound all that is done over the network inside, in this thread.

    `end` is a time of the monotonic clock, in seconds.
    """

    __slots__ = ("_end", "_token")

    def __init__(self, end: float | None) -> None:
        self._end = end

    def __enter__(self) -> None:
        self._token = _DEADLINE.set(self._end)

    def __exit__(self, *_: object) -> None:
        _DEADLINE.reset(self._token)


def install(client: httpx2.Client) -> None:
    """Have the connections of `client` heed `until`.

    httpx2 offers no setting for it, hence the look inside. Where it is not as known in
    there, a `RuntimeWarning` says so.
    """
    inside: Any = client
    transports = [inside._transport, *inside._mounts.values()]
    try:
        for pool in [one._pool for one in transports if one is not None]:
            pool._network_backend = _Backend(pool._network_backend)
    except AttributeError:
        told = "this httpx2 is not known: Timeout.total bounds each read, not their sum"
        warnings.warn(told, RuntimeWarning, stacklevel=2)


def _left(
    timeout: float | None, late: type[Exception] = httpcore2.ReadTimeout
) -> float | None:
    end = _DEADLINE.get()
    if end is None:
        return timeout
    left = end - monotonic()
    if left <= 0:
        raise late("the time for the whole call ran out")
    return left if timeout is None else min(timeout, left)


def _addresses(host: str, port: int) -> list[str]:
    """Where `host` is; looked up in a thread, as only that can be left behind."""
    found = Future[Any]()

    def look() -> None:
        try:
            kind = socket.SOCK_STREAM
            found.set_result(socket.getaddrinfo(host.encode(), port, type=kind))
        except OSError as error:
            found.set_exception(error)

    Thread(target=look, daemon=True).start()
    try:
        return [one[4][0] for one in found.result(_left(None, _TOO_LATE))]
    except TimeoutError as error:
        raise _TOO_LATE(str(error)) from error
    except OSError as error:
        raise httpcore2.ConnectError(str(error)) from error


class _Stream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = _left(timeout, _TOO_LATE)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    def __init__(self, backend: httpcore2.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        def dial(address: str, those_left: int) -> httpcore2.NetworkStream:
            # One that never answers must leave time for those behind it.
            left = _left(None, _TOO_LATE)
            share = None if left is None else left / those_left
            return _Stream(
                self._backend.connect_tcp(
                    address, port, share, local_address, socket_options
                )
            )

        left = _left(timeout, _TOO_LATE)
        with until(None if left is None else monotonic() + left):
            addresses = _addresses(host, port)
            for those_left in range(len(addresses), 1, -1):
                with suppress(httpcore2.ConnectError, _TOO_LATE):
                    return dial(addresses[-those_left], those_left)
            return dial(addresses[-1], 1)

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)
