"""One request by a transport that blocks, or one that awaits, from start to end."""

from __future__ import annotations

import asyncio
import socket
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from types import MappingProxyType
from typing import Any, NamedTuple

from fragmint.support.http import HttpRequest, Timeout
from fragmint.support.stdlib import AsyncStdlibTransport, StdlibTransport

__all__ = [
    "PATIENT",
    "AsyncMover",
    "Got",
    "Mover",
    "SyncMover",
    "deaf",
    "locals_of",
    "request",
]

# Generous: a test that waits for it fails anyway.
PATIENT = Timeout(connect=20.0, read=20.0, total=20.0)


class Got(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


def request(
    url: str,
    body: bytes | Iterable[bytes] = b"",
    method: str = "POST",
    **headers: str,
) -> HttpRequest:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpRequest(method, url, MappingProxyType(named), body)


@contextmanager
def deaf(host: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """The port of a server to which no connection can be made, nor is refused."""
    with ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind((host, port))
        listening.listen(0)
        for _ in range(10):
            one = stack.enter_context(socket.socket())
            one.setblocking(False)
            one.connect_ex(listening.getsockname())
        yield listening.getsockname()[1]


def locals_of(error: BaseException) -> str:
    """What a traceback of `error` shows of the transport's locals."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    names = (".stdlib", ".httpx2")
    ours = [
        one
        for one in frames
        if any(name in one.f_globals["__name__"] for name in names)
    ]
    assert len(ours) > 1
    return " ".join(repr(one.f_locals) for one in ours)


class SyncMover:
    kind: type[Any] = StdlibTransport

    def __init__(self, **options: Any) -> None:
        self.transport = self.kind(**options)

    def get(self, wanted: HttpRequest, timeout: Timeout = PATIENT) -> Got:
        incoming = self.transport.send(wanted, timeout)
        try:
            body = b"".join(incoming.chunks)
        finally:
            incoming.close()
        return Got(incoming.status, incoming.headers, body)

    def first(self, wanted: HttpRequest, timeout: Timeout = PATIENT) -> bytes:
        """The first chunk; the rest is left."""
        incoming = self.transport.send(wanted, timeout)
        chunk: bytes = next(incoming.chunks)
        incoming.close()
        incoming.close()
        return chunk

    def beyond(self, wanted: HttpRequest) -> bytes | None:
        """What comes of a response that was closed after its first chunk."""
        incoming = self.transport.send(wanted, PATIENT)
        next(incoming.chunks)
        incoming.close()
        return next(incoming.chunks, None)

    def close(self) -> None:
        self.transport.close()


class AsyncMover:
    """Each call in a loop of its own."""

    kind: type[Any] = AsyncStdlibTransport

    def __init__(self, **options: Any) -> None:
        self.transport = self.kind(**options)

    async def aget(self, wanted: HttpRequest, timeout: Timeout = PATIENT) -> Got:
        incoming = await self.transport.send(wanted, timeout)
        try:
            body = b"".join([chunk async for chunk in incoming.chunks])
        finally:
            await incoming.close()
        return Got(incoming.status, incoming.headers, body)

    def get(self, wanted: HttpRequest, timeout: Timeout = PATIENT) -> Got:
        return asyncio.run(self.aget(wanted, timeout))

    def first(self, wanted: HttpRequest, timeout: Timeout = PATIENT) -> bytes:
        async def run() -> bytes:
            incoming = await self.transport.send(wanted, timeout)
            chunk: bytes = await anext(incoming.chunks)
            await incoming.close()
            await incoming.close()
            return chunk

        return asyncio.run(run())

    def beyond(self, wanted: HttpRequest) -> bytes | None:
        """As `SyncMover.beyond`."""

        async def run() -> bytes | None:
            incoming = await self.transport.send(wanted, PATIENT)
            await anext(incoming.chunks)
            await incoming.close()
            return await anext(incoming.chunks, None)

        return asyncio.run(run())

    def close(self) -> None:
        asyncio.run(self.transport.aclose())


Mover = SyncMover | AsyncMover
