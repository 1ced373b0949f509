"""A request in httpx2's terms, which notes how far it comes."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import httpx2

from ..http import HttpRequest, Timeout, shown
from ..receiving import ENCODINGS


def outgoing(
    client: httpx2.Client | httpx2.AsyncClient,
    usual: Sequence[tuple[bytes, bytes]] | None,
    request: HttpRequest,
    bounds: Bounds,
) -> httpx2.Request:
    """`request` in httpx2's terms; `usual` are headers of a client that is ours."""
    content: Any = request.body or None
    if not isinstance(request.body, bytes):
        awaits = isinstance(client, httpx2.AsyncClient)
        # Here, where a traceback of what cannot be iterated over tells no secret.
        body: Any = request.body if awaits else iter(request.body)
        content = (_awaited if awaits else _noted)(body, bounds)
    there = {name.lower() for name in request.headers}
    headers = [
        # White space around a value is none of it (RFC 9110 §5.5): httpx2 refuses it.
        (name.encode("ascii"), value.strip(" \t").encode())
        for name, value in request.headers.items()
    ]
    if "accept-encoding" not in there:
        # What others the user's own client would take, nobody here undoes.
        headers.append((b"Accept-Encoding", ENCODINGS.encode("ascii")))
    method, url = request.method, request.url
    known = None if "?" in url else _parsed(url)
    build: Any = client.build_request
    if usual is not None:
        # There is nothing to merge, which takes its time.
        headers += [one for one in usual if one[0].decode() not in there]
        build = httpx2.Request
    wanted: httpx2.Request = build(
        method,
        known or url,
        headers=headers,
        content=content,
        extensions={"timeout": bounds},
    )
    # The user's own client may have made another one of it.
    wanted.url = (
        known if known is not None and usual is not None else _Discreet(wanted.url)
    )
    return wanted


class Bounds(dict[str, float | None]):
    """The timeouts of a request in httpx2's terms, which note how far it comes."""

    def __init__(self, timeout: Timeout) -> None:
        each = shorter(timeout.read, timeout.total)
        super().__init__(
            connect=shorter(timeout.connect, timeout.total),
            read=timeout.read if timeout.streamed else each,
            write=each,
            pool=timeout.total,
        )
        self._asked: set[str] = set()
        self.fault: Exception | None = None
        """What the user's own code raised, when asked for the body."""

    def get(self, name: str, default: Any = None, /) -> Any:
        self._asked.add(name)
        return super().get(name, default)

    def of_old(self) -> bool:
        """Whether the request went out by a connection that was there before."""
        return "write" in self._asked and "connect" not in self._asked

    def late(self) -> httpx2.TimeoutException:
        """What httpx2 raises where the request is now, when the time has run out."""
        if "write" in self._asked or "pool" not in self._asked:
            return httpx2.ReadTimeout("")
        kind = httpx2.ConnectTimeout if "connect" in self._asked else httpx2.PoolTimeout
        return kind("")


def _noted(body: Iterator[bytes], bounds: Bounds) -> Iterator[bytes]:
    """The pieces of `body`, for a `Client`."""
    try:
        yield from body
    except Exception as error:
        bounds.fault = error
        raise


async def _awaited(
    body: Iterable[bytes] | AsyncIterable[bytes], bounds: Bounds
) -> AsyncIterator[bytes]:
    """The pieces of `body`, which an `AsyncClient` wants to await."""
    try:
        if isinstance(body, AsyncIterable):
            async for piece in body:
                yield piece
        else:
            for piece in body:
                yield piece
    except Exception as error:
        bounds.fault = error
        raise


@lru_cache
def _parsed(url: str) -> _Discreet:
    """A URL without a query as httpx2 has it, which takes a tenth of a whole call."""
    return _Discreet(url)


class _Discreet(httpx2.URL):
    """httpx2 logs the URL of each request, which can hold secrets."""

    def __str__(self) -> str:
        return shown(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def shorter(one: float | None, other: float | None) -> float | None:
    bounds = [bound for bound in (one, other) if bound is not None]
    return min(bounds, default=None)
