"""The transport that sends by the standard library alone, over HTTP/1.1."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TypeVar

from ..errors import ConnectFailed, TransportError, transport_error
from ..http import AsyncIncoming, HttpRequest, Incoming, Timeout
from ..transports import not_connected, warn_unclosed
from .exchange import Exchange, Head, head_of
from .pool import Pool
from .routes import Route, Routes

R = TypeVar("R")


class _Stdlib:
    """What both transports hold."""

    _used = False
    _closing = "close()"

    def __init__(
        self, *, context: ssl.SSLContext | None = None, connections: int = 100
    ) -> None:
        if connections < 1:
            raise ValueError("connections is to be at least 1")
        self._context = context
        self._connections = connections
        self._routes = Routes()
        # By process: a fork must not use what is its parent's.
        self._pools = {os.getpid(): Pool(connections)}
        self._threads: dict[int, ThreadPoolExecutor] = {}

    def __del__(self) -> None:
        if self._used:
            warn_unclosed(self._closing)
            self._close()

    def _close(self) -> None:
        self._used = False
        self._own_pool().close()
        threads = self._threads.get(os.getpid())
        if threads is not None:
            threads.shutdown(wait=False)

    def _own_pool(self) -> Pool:
        process = os.getpid()
        pool = self._pools.get(process)
        if pool is None:
            # In one step, as several threads can come here; a lock may be held for ever
            # in a fork, by a thread that is not there.
            pool = self._pools.setdefault(process, Pool(self._connections))
            for one in set(self._pools) - {process}:
                self._pools[one].forget()
        return pool

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:  # here, as the certificates take their time
            context = ssl.create_default_context()
            context.set_alpn_protocols(["http/1.1"])
            self._context = context
        return self._context

    def _prepared(self, request: HttpRequest) -> tuple[Route, Head]:
        try:
            route, target = self._routes.find(request.url)
            return route, head_of(request, route, target)
        except ValueError as error:
            why = str(error)
        raise not_connected(request, why)


class StdlibTransport(_Stdlib):
    """Sends by the standard library alone, from one thread or many.

    Args:
        context: How TLS is done, a certificate of your own included; if not as
            `ssl.create_default_context` has it.
        connections: How many there may be at a time. Whoever needs one more waits,
            within `Timeout.total`.

    Proxies are those of the environment when it is made. A connection goes on to the
    next request if the response was read to its end; otherwise it is closed.
    """

    def send(self, request: HttpRequest, timeout: Timeout) -> Incoming:
        """As `Transport.send`."""
        end = None if timeout.total is None else monotonic() + timeout.total
        route, head = self._prepared(request)
        pool = self._own_pool()
        place = pool.ask()
        self._used = True
        if place is not None:
            try:
                place.result(timeout.total)
            except BaseException as error:
                pool.leave(place)
                if not isinstance(error, TimeoutError):
                    raise
                raise _no_place(request, timeout) from None
        exchange = Exchange(request, head, timeout, end, pool, pool.take(route))
        status, headers, body = exchange.begin(self._tls)
        chunks = iter((body,) if body else ())
        if body is None:
            chunks = iter(exchange.more, b"")
        return Incoming(status, headers, chunks, exchange.close)

    def close(self) -> None:
        """Close all connections. What is under way ends by an error."""
        self._close()


class AsyncStdlibTransport(_Stdlib):
    """`StdlibTransport` for asyncio, in threads of its own: one for each connection."""

    _closing = "await aclose()"

    async def send(self, request: HttpRequest, timeout: Timeout) -> AsyncIncoming:
        """As `Transport.send`."""
        end = None if timeout.total is None else monotonic() + timeout.total
        route, head = self._prepared(request)
        pool = self._own_pool()
        place = pool.ask()
        self._used = True
        if place is not None:
            try:
                async with asyncio.timeout(timeout.total):
                    await asyncio.wrap_future(place)
            except BaseException as error:
                pool.leave(place)
                if not isinstance(error, TimeoutError):
                    raise
                raise _no_place(request, timeout) from None
        exchange = Exchange(request, head, timeout, end, pool, pool.take(route))
        threaded = _Threaded(exchange, self._own_threads())
        begun = await threaded.do(lambda: exchange.begin(self._tls))
        chunks = threaded.chunks(begun.body)
        return AsyncIncoming(begun.status, begun.headers, chunks, threaded.close)

    async def aclose(self) -> None:
        """As `StdlibTransport.close`."""
        self._close()

    def _own_threads(self) -> ThreadPoolExecutor:
        process = os.getpid()
        threads = self._threads.get(process)
        if threads is None:  # what no work is given to begins no thread
            made = ThreadPoolExecutor(self._connections, __name__)
            threads = self._threads.setdefault(process, made)
        return threads


class _Threaded:
    """An exchange whose work threads do, while a task waits."""

    def __init__(self, exchange: Exchange, threads: ThreadPoolExecutor) -> None:
        self._exchange = exchange
        self._threads = threads
        self._left_behind = False

    async def do(self, work: Callable[[], R]) -> R:
        try:
            future = self._threads.submit(work)
        except RuntimeError:  # they are shut down, and what is aborted does not block
            return work()
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            self._left_behind = True
            self._exchange.abort()
            future.add_done_callback(lambda _: self._exchange.close())
            raise

    async def chunks(self, body: bytes | None) -> AsyncIterator[bytes]:
        if body is None:
            while chunk := await self.do(self._exchange.more):
                yield chunk
        elif body:
            yield body

    async def close(self) -> None:
        if not self._left_behind:  # else the thread does it, at the end of its work
            self._exchange.close()


def _no_place(request: HttpRequest, timeout: Timeout) -> TransportError:
    why = f"no connection was free within {timeout.whole:g} s; nothing was sent"
    return transport_error(ConnectFailed, request, why)
