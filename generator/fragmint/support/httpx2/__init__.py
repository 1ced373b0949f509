"""The transport that sends by httpx2, which comes from without."""

from __future__ import annotations

import os
from asyncio import AbstractEventLoop
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..errors import TransportError
from ..http import (
    AsyncIncoming,
    HttpRequest,
    HttpResponse,
    Incoming,
    Timeout,
    add_header,
)
from ..tasks import running
from ..transports import warn_unclosed

if TYPE_CHECKING:
    import httpx2


def _httpx2() -> Any:
    try:
        import httpx2
    except ImportError:
        raise ImportError(
            "this client sends its requests by httpx2: pip install httpx2"
        ) from None
    return httpx2


class Httpx2Transport:
    """Sends by `client`, an `httpx2.Client` of yours, or by one made for it.

    Redirects are not followed, whatever the client is set to. No log shows a query, and
    a header beyond ASCII goes out as UTF-8. With a client of yours,
    `Timeout.total` bounds each read, not their sum.
    """

    _own = _used = False
    _usual: Sequence[tuple[bytes, bytes]] | None = None

    def __init__(self, client: httpx2.Client | None = None) -> None:
        self._httpx2 = _httpx2()
        self._own = client is None
        self._client: httpx2.Client = client or self._made()
        self._clients = {os.getpid(): self._client}

    def _made(self) -> httpx2.Client:
        from .deadlines import install

        made: httpx2.Client = self._httpx2.Client(
            cookies=_no_cookies(), limits=_limits()
        )
        install(made)
        self._usual = _usual(made)
        return made

    def _of_this_process(self) -> httpx2.Client:
        """The client; a fork of the process must not use the connections of it."""
        if not self._own:
            return self._client
        process = os.getpid()
        made = self._clients.get(process)
        # In one step, as several threads can come here; a lock may be held for ever in
        # a fork, by a thread that is not there.
        return made or self._clients.setdefault(process, self._made())

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse | Incoming:
        """As `Transport.send`."""
        from .deadlines import until
        from .endings import heed_end, shut
        from .failures import FAULTS, translated
        from .outgoing import Bounds, outgoing

        end = None if timeout.total is None else monotonic() + timeout.total
        client = self._of_this_process()
        self._used = not client.is_closed
        bounds = Bounds(timeout)
        try:
            wanted = outgoing(client, self._usual, request, bounds)
            with until(end):
                incoming = client.send(wanted, stream=True, follow_redirects=False)
        except FAULTS as error:
            if error is bounds.fault:
                raise
            failure = translated(request, timeout, end, error, bounds)
        else:
            headers = _headers(incoming)
            if incoming.is_stream_consumed:
                return _whole(incoming, headers)
            heed_end(incoming)
            left = timeout.in_body(incoming.status_code)
            end = None if left.total is None else end
            told = partial(translated, request, left, end)
            chunks = self._chunks(incoming, end, told)
            close = partial(shut, incoming)
            return Incoming(incoming.status_code, headers, chunks, close)
        # Not in the handler: the error there holds the request, credentials and all.
        raise failure

    def _chunks(
        self,
        incoming: httpx2.Response,
        end: float | None,
        told: Callable[[Exception], TransportError],
    ) -> Iterator[bytes]:
        from .deadlines import until
        from .endings import by_shut

        chunks = incoming.iter_raw()
        while True:
            try:
                with until(end):
                    chunk = next(chunks, None)
            except self._httpx2.HTTPError as error:
                failure = told(by_shut(incoming) or error)
                break
            if chunk is None:
                fault = by_shut(incoming)
                if fault is None:
                    return
                failure = told(fault)
                break
            yield chunk
        raise failure  # as above

    def close(self) -> None:
        """Close the connections, unless the client was handed in."""
        self._used = False
        made = self._clients.get(os.getpid())
        if self._own and made is not None:
            made.close()

    def __del__(self) -> None:
        if self._own and self._used:
            warn_unclosed("close()")
            self.close()


class AsyncHttpx2Transport:
    """`Httpx2Transport` with an `httpx2.AsyncClient`, for asyncio and trio."""

    _used = _closed = False
    _usual: Sequence[tuple[bytes, bytes]] | None = None

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        self._httpx2 = _httpx2()
        self._client = client
        # By event loop: the connections of one are of no use in another.
        self._lives: dict[
            object, tuple[httpx2.AsyncClient, AsyncGenerator[None, None]]
        ] = {}

    async def _of_this_loop(self) -> httpx2.AsyncClient:
        if self._client is not None:
            return self._client
        if self._closed:
            raise RuntimeError("the transport is closed")
        loop = _this_loop()
        if loop not in self._lives:
            for one in list(self._lives):
                if isinstance(one, AbstractEventLoop) and one.is_closed():
                    self._lives.pop(one, None)  # it has not ended as it should
            from .handshakes import install

            client = self._httpx2.AsyncClient(cookies=_no_cookies(), limits=_limits())
            install(client)
            self._usual = _usual(client)
            life = _life(client, partial(self._lives.pop, loop, None))
            self._lives[loop] = client, life
            await anext(life)
        return self._lives[loop][0]

    async def send(
        self, request: HttpRequest, timeout: Timeout
    ) -> HttpResponse | AsyncIncoming:
        """As `Transport.send`."""
        import anyio  # httpx2 stands on it

        from .failures import FAULTS, translated
        from .outgoing import Bounds, outgoing

        end = None if timeout.total is None else monotonic() + timeout.total
        client = await self._of_this_loop()
        self._used = True
        bounds = Bounds(timeout)
        try:
            wanted = outgoing(client, self._usual, request, bounds)
            with anyio.fail_after(_left(end)):
                incoming = await client.send(
                    wanted, stream=True, follow_redirects=False
                )
        # An alert of TLS comes through httpx2 as it is.
        except (*FAULTS, OSError) as error:
            if error is bounds.fault:
                raise
            failure = translated(request, timeout, end, error, bounds)
        else:
            headers = _headers(incoming)
            if incoming.is_stream_consumed:
                return _whole(incoming, headers)
            left = timeout.in_body(incoming.status_code)
            end = None if left.total is None else end
            told = partial(translated, request, left, end)
            chunks = self._chunks(incoming, end, told)
            close = partial(_closed, incoming, chunks)
            return AsyncIncoming(incoming.status_code, headers, chunks, close)
        raise failure  # as above

    async def _chunks(
        self,
        incoming: httpx2.Response,
        end: float | None,
        told: Callable[[Exception], TransportError],
    ) -> AsyncGenerator[bytes, None]:
        import anyio

        from .endings import by_cut

        chunks = incoming.aiter_raw()
        while True:
            try:
                with anyio.fail_after(_left(end)):
                    chunk = await anext(chunks, None)
            except (self._httpx2.HTTPError, OSError) as error:
                failure = told(error)
                break
            if chunk is None:
                fault = by_cut(incoming)
                if fault is None:
                    return
                failure = told(fault)
                break
            try:
                yield chunk
            except GeneratorExit:
                # httpx2 does not close all that it iterates over, of which trio warns:
                # so that comes to its end by itself.
                with suppress(self._httpx2.HTTPError), anyio.CancelScope() as scope:
                    scope.cancel()
                    async for _ in chunks:
                        pass
                raise
        raise failure  # as above

    async def aclose(self) -> None:
        """Close the connections, unless the client was handed in."""
        self._used = False
        self._closed = True
        if (mine := self._lives.get(_this_loop())) is not None:
            await mine[1].aclose()
        self._lives.clear()  # and those of other loops are closed there

    def __del__(self) -> None:
        if self._client is None and self._used:
            warn_unclosed("await aclose()")


async def _closed(incoming: httpx2.Response, chunks: Any) -> None:
    try:
        if not chunks.ag_running:  # else who reads finds it closed
            await chunks.aclose()
    finally:
        await incoming.aclose()


async def _life(
    client: httpx2.AsyncClient, ended: Callable[[], object]
) -> AsyncGenerator[None, None]:
    """What an event loop closes as it ends, as it does with all such (PEP 525)."""
    try:
        yield
    finally:
        ended()
        await client.aclose()


def _this_loop() -> object:
    from anyio.lowlevel import current_token

    return running() or current_token()


def _no_cookies() -> CookieJar:
    """Of all who call over one transport, none is to go on with another's session."""
    return CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))


def _limits() -> httpx2.Limits:
    """As many as httpx2 opens it keeps: else it closes what other threads need next."""
    import httpx2

    return httpx2.Limits(max_connections=100, max_keepalive_connections=100)


def _usual(client: httpx2.Client | httpx2.AsyncClient) -> list[tuple[bytes, bytes]]:
    """The headers that httpx2 sends along, but for the one that `outgoing` says."""
    headers = [(name.lower(), value) for name, value in client.headers.raw]
    return [one for one in headers if one[0] != b"accept-encoding"]


def _headers(incoming: httpx2.Response) -> dict[str, str]:
    """By name in lower case."""
    found: dict[str, str] = {}
    for raw_name, raw in incoming.headers.raw:
        name = raw_name.decode("ascii", "replace").lower()
        try:
            value = raw.decode()
        except UnicodeDecodeError:
            value = raw.decode("latin-1")
        add_header(found, name, value)
    return found


def _whole(incoming: httpx2.Response, headers: dict[str, str]) -> HttpResponse:
    """A response that was never on its way, as a transport for tests makes it."""
    status, body = incoming.status_code, incoming.content
    return HttpResponse(status=status, headers=headers, body=body)


def _left(end: float | None) -> float | None:
    return None if end is None else max(end - monotonic(), 0)
