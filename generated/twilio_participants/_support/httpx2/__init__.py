"""The transport that sends by httpx2, which comes from without."""

from __future__ import annotations

import os
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    Sequence,
)
from functools import cache, lru_cache, partial
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
    shown,
)
from ..receiving import ENCODINGS
from ..transports import (
    broken,
    not_connected,
    not_connected_within,
    timed_out,
    warn_unclosed,
)

if TYPE_CHECKING:
    import httpx2

__all__ = ["AsyncHttpx2Transport", "Httpx2Transport"]


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

        made: httpx2.Client = self._httpx2.Client(cookies=_no_cookies())
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

        end = None if timeout.total is None else monotonic() + timeout.total
        self._used = True
        client = self._of_this_process()
        bounds = _Bounds(timeout)
        try:
            outgoing = _outgoing(client, self._usual, request, bounds)
            with until(end):
                incoming = client.send(outgoing, stream=True, follow_redirects=False)
        except (self._httpx2.HTTPError, self._httpx2.InvalidURL) as error:
            failure = _translated(request, timeout, error, stale=bounds.of_old())
        else:
            headers = _headers(incoming)
            if incoming.is_stream_consumed:
                return _whole(incoming, headers)
            left = timeout.in_body(incoming.status_code)
            end = None if left.total is None else end
            told = partial(_translated, request, left)
            chunks = self._chunks(incoming, end, told)
            return Incoming(incoming.status_code, headers, chunks, incoming.close)
        # Not in the handler: the error there holds the request, credentials and all.
        raise failure

    def _chunks(
        self,
        incoming: httpx2.Response,
        end: float | None,
        told: Callable[[Exception], TransportError],
    ) -> Iterator[bytes]:
        from .deadlines import until

        chunks = incoming.iter_raw()
        while True:
            try:
                with until(end):
                    chunk = next(chunks, None)
            except self._httpx2.HTTPError as error:
                failure = told(error)
                break
            if chunk is None:
                return
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

    _own = _used = False
    _loop: object = None
    _usual: Sequence[tuple[bytes, bytes]] | None = None

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        self._httpx2 = _httpx2()
        self._own = client is None
        self._client: httpx2.AsyncClient = client or self._made()

    def _made(self) -> httpx2.AsyncClient:
        made: httpx2.AsyncClient = self._httpx2.AsyncClient(cookies=_no_cookies())
        self._usual = _usual(made)
        return made

    def _of_this_loop(self) -> httpx2.AsyncClient:
        """The client; in another event loop its connections are of no use."""
        from anyio.lowlevel import current_token

        if self._own and not self._client.is_closed:
            loop, self._loop = self._loop, current_token()
            if loop not in (None, self._loop):
                self._client = self._made()
        return self._client

    async def send(
        self, request: HttpRequest, timeout: Timeout
    ) -> HttpResponse | AsyncIncoming:
        """As `Transport.send`."""
        import anyio  # httpx2 stands on it

        end = None if timeout.total is None else monotonic() + timeout.total
        self._used = True
        client = self._of_this_loop()
        bounds = _Bounds(timeout)
        try:
            outgoing = _outgoing(client, self._usual, request, bounds)
            with anyio.fail_after(_left(end)):
                incoming = await client.send(
                    outgoing, stream=True, follow_redirects=False
                )
        # An alert of TLS comes through httpx2 as it is.
        except (self._httpx2.HTTPError, self._httpx2.InvalidURL, OSError) as error:
            failure = _translated(request, timeout, error, stale=bounds.of_old())
        else:
            headers = _headers(incoming)
            if incoming.is_stream_consumed:
                return _whole(incoming, headers)
            left = timeout.in_body(incoming.status_code)
            end = None if left.total is None else end
            told = partial(_translated, request, left)
            chunks = self._chunks(incoming, end, told)
            return AsyncIncoming(incoming.status_code, headers, chunks, incoming.aclose)
        raise failure  # as above

    async def _chunks(
        self,
        incoming: httpx2.Response,
        end: float | None,
        told: Callable[[Exception], TransportError],
    ) -> AsyncIterator[bytes]:
        import anyio

        chunks = incoming.aiter_raw()
        while True:
            try:
                with anyio.fail_after(_left(end)):
                    chunk = await anext(chunks, None)
            except (self._httpx2.HTTPError, OSError) as error:
                failure = told(error)
                break
            if chunk is None:
                return
            yield chunk
        raise failure  # as above

    async def aclose(self) -> None:
        """Close the connections, unless the client was handed in."""
        self._used = False
        if self._own:
            await self._of_this_loop().aclose()

    def __del__(self) -> None:
        if self._own and self._used:
            warn_unclosed("await aclose()")


def _outgoing(
    client: httpx2.Client | httpx2.AsyncClient,
    usual: Sequence[tuple[bytes, bytes]] | None,
    request: HttpRequest,
    bounds: _Bounds,
) -> httpx2.Request:
    """`request` in httpx2's terms; `usual` are headers of a client that is ours."""
    there = {name.lower() for name in request.headers}
    headers = [(n.encode("ascii"), v.encode()) for n, v in request.headers.items()]
    if "accept-encoding" not in there:
        # What others the user's own client would take, nobody here undoes.
        headers.append((b"Accept-Encoding", ENCODINGS.encode("ascii")))
    library = _httpx2()
    method, url, body = request.method, request.url, request.body
    parsed: Any = url if "?" in url else _parsed(url)
    content: Any = body or None
    if not isinstance(body, bytes):
        awaits = isinstance(client, library.AsyncClient)
        content = _awaited(body) if awaits else iter(body)
    build: Any = client.build_request
    if usual is not None:
        # There is nothing to merge, which takes its time.
        headers += [one for one in usual if one[0].decode() not in there]
        build = library.Request
    outgoing: httpx2.Request = build(
        method, parsed, headers=headers, content=content, extensions={"timeout": bounds}
    )
    if "?" in url:
        outgoing.url = _discreet()(outgoing.url)
    return outgoing


class _Bounds(dict[str, float | None]):
    """The timeouts of a request in httpx2's terms, which note what is asked for."""

    def __init__(self, timeout: Timeout) -> None:
        shorter = _shorter(timeout.read, timeout.total)
        super().__init__(
            connect=_shorter(timeout.connect, timeout.total),
            read=timeout.read if timeout.streamed else shorter,
            write=shorter,
            pool=timeout.total,
        )
        self._asked: set[str] = set()

    def get(self, name: str, default: Any = None, /) -> Any:
        self._asked.add(name)
        return super().get(name, default)

    def of_old(self) -> bool:
        """Whether the request went out by a connection that was there before."""
        return "write" in self._asked and "connect" not in self._asked


async def _awaited(
    body: Iterable[bytes] | AsyncIterable[bytes],
) -> AsyncIterator[bytes]:
    """The pieces of `body`, which an `AsyncClient` wants to await."""
    if isinstance(body, AsyncIterable):
        async for piece in body:
            yield piece
    else:
        for piece in body:
            yield piece


def _no_cookies() -> CookieJar:
    """Of all who call over one transport, none is to go on with another's session."""
    return CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))


def _usual(client: httpx2.Client | httpx2.AsyncClient) -> list[tuple[bytes, bytes]]:
    """The headers that httpx2 sends along, but for the one that `_outgoing` says."""
    headers = [(name.lower(), value) for name, value in client.headers.raw]
    return [one for one in headers if one[0] != b"accept-encoding"]


@lru_cache
def _parsed(url: str) -> Any:
    """A URL without a query as httpx2 has it, which takes a tenth of a whole call."""
    return _httpx2().URL(url)


@cache
def _discreet() -> type[httpx2.URL]:
    """httpx2 logs the URL of each request, whose query can hold a key."""
    import httpx2

    class Discreet(httpx2.URL):
        def __str__(self) -> str:
            return shown(super().__str__())

        def __repr__(self) -> str:
            return f"URL({str(self)!r})"

    return Discreet


def _headers(incoming: httpx2.Response) -> dict[str, str]:
    """By name in lower case; those that come more than once are one list."""
    found: dict[str, str] = {}
    for raw_name, raw in incoming.headers.raw:
        name = raw_name.decode("ascii", "replace").lower()
        try:
            value = raw.decode()
        except UnicodeDecodeError:
            value = raw.decode("latin-1")
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _whole(incoming: httpx2.Response, headers: dict[str, str]) -> HttpResponse:
    """A response that was never on its way, as a transport for tests makes it."""
    status, body = incoming.status_code, incoming.content
    return HttpResponse(status=status, headers=headers, body=body)


def _shorter(one: float | None, other: float | None) -> float | None:
    bounds = [bound for bound in (one, other) if bound is not None]
    return min(bounds, default=None)


def _left(end: float | None) -> float | None:
    return None if end is None else max(end - monotonic(), 0)


def _translated(
    request: HttpRequest, timeout: Timeout, error: Exception, *, stale: bool = False
) -> TransportError:
    """`error` in this package's terms; `stale` is about the connection, if it broke."""
    httpx2 = _httpx2()
    if isinstance(error, httpx2.ConnectTimeout):
        seconds = _shorter(timeout.connect, timeout.total) or 0
        return not_connected_within(request, seconds)
    if isinstance(error, httpx2.PoolTimeout):
        return not_connected(request, "all connections are busy")
    if isinstance(error, (httpx2.TimeoutException, TimeoutError)):
        return timed_out(request, _shorter(timeout.read, timeout.total) or 0)
    # What these say has in it what came, or what was sent.
    if isinstance(error, httpx2.LocalProtocolError):
        return not_connected(request, "the request is no HTTP")
    if isinstance(error, httpx2.RemoteProtocolError):
        disconnected = "disconnected" in str(error)
        why = "the server ended it" if disconnected else "what came is not HTTP"
        return broken(request, why, stale=stale and disconnected)
    why = str(error) or type(error).__name__
    never_sent = (httpx2.ConnectError, httpx2.InvalidURL, httpx2.ProxyError)
    if isinstance(error, (*never_sent, httpx2.UnsupportedProtocol)):
        return not_connected(request, why, error)
    return broken(request, why, stale=stale)
