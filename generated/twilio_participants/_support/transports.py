"""What moves the bytes. A transport is anything with a fitting `send`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from .errors import (
    ConnectFailed,
    ConnectionLost,
    TimedOut,
    TransportError,
    transport_error,
)
from .http import HttpRequest, HttpResponse, Timeout, shown

if TYPE_CHECKING:
    import httpx2

__all__ = [
    "AsyncHttpx2Transport",
    "AsyncTransport",
    "Httpx2Transport",
    "Transport",
]


class Transport(Protocol):
    """Sends a request and returns the response, whatever its status."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """Send `request` and read the whole response.

        Raises:
            ConnectFailed: no connection could be made; nothing was sent.
            TimedOut: `timeout` ran out.
            ConnectionLost: the connection broke before the response was whole.
        """
        ...


class AsyncTransport(Protocol):
    """`Transport` for asyncio and trio."""

    async def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """As `Transport.send`."""
        ...


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

    def __init__(self, client: httpx2.Client | None = None) -> None:
        self._httpx2 = _httpx2()
        self._own = client is None
        self._client: httpx2.Client = client or self._httpx2.Client()
        if self._own:
            from .deadlines import install

            install(self._client)

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """As `Transport.send`."""
        from .deadlines import deadline

        outgoing = _outgoing(self._client, request, timeout)
        try:
            with deadline(timeout.total):
                incoming = self._client.send(
                    outgoing, stream=True, follow_redirects=False
                )
                try:
                    body = incoming.read()
                finally:
                    incoming.close()
        except (self._httpx2.HTTPError, self._httpx2.InvalidURL) as error:
            failure = _translated(error, request, timeout)
        else:
            return _response(incoming, body)
        # Not in the handler: the error there holds the request, credentials and all.
        raise failure

    def close(self) -> None:
        """Close the connections, unless the client was handed in."""
        if self._own:
            self._client.close()


class AsyncHttpx2Transport:
    """`Httpx2Transport` with an `httpx2.AsyncClient`, for asyncio and trio."""

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        self._httpx2 = _httpx2()
        self._own = client is None
        self._client: httpx2.AsyncClient = client or self._httpx2.AsyncClient()

    async def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """As `Transport.send`."""
        import anyio  # httpx2 stands on it

        outgoing = _outgoing(self._client, request, timeout)
        try:
            with anyio.fail_after(timeout.total):
                incoming = await self._client.send(
                    outgoing, stream=True, follow_redirects=False
                )
                try:
                    body = await incoming.aread()
                finally:
                    await incoming.aclose()
        except TimeoutError:
            failure = _timed_out(request, timeout)
        except (self._httpx2.HTTPError, self._httpx2.InvalidURL) as error:
            failure = _translated(error, request, timeout)
        else:
            return _response(incoming, body)
        raise failure  # as above

    async def aclose(self) -> None:
        """Close the connections, unless the client was handed in."""
        if self._own:
            await self._client.aclose()


def _outgoing(
    client: httpx2.Client | httpx2.AsyncClient, request: HttpRequest, timeout: Timeout
) -> httpx2.Request:
    httpx2 = _httpx2()
    outgoing = client.build_request(
        request.method,
        request.url,
        headers=httpx2.Headers(request.headers, encoding="utf-8"),
        content=request.body or None,
        timeout=httpx2.Timeout(
            timeout.total, connect=min(timeout.connect, timeout.total)
        ),
    )
    outgoing.url = _discreet()(outgoing.url)
    return outgoing


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


def _response(incoming: httpx2.Response, body: bytes) -> HttpResponse:
    headers = {name.lower(): value for name, value in incoming.headers.items()}
    return HttpResponse(status=incoming.status_code, headers=headers, body=body)


def _timed_out(request: HttpRequest, timeout: Timeout) -> TransportError:
    why = f"no whole answer within {timeout.total:g} s"
    return transport_error(TimedOut, request, f"{why}; it may have been acted on")


def _translated(
    error: Exception, request: HttpRequest, timeout: Timeout
) -> TransportError:
    """`error` in this package's terms."""
    httpx2 = _httpx2()
    if isinstance(error, httpx2.ConnectTimeout):
        why = f"no connection within {timeout.connect:g} s; nothing was sent"
        return transport_error(ConnectFailed, request, why)
    if isinstance(error, httpx2.TimeoutException):
        return _timed_out(request, timeout)
    why = str(error) or type(error).__name__
    never_sent = (httpx2.ConnectError, httpx2.InvalidURL, httpx2.ProxyError)
    if isinstance(error, (*never_sent, httpx2.UnsupportedProtocol)):
        why = f"no connection ({why}); nothing was sent. Is the base URL right?"
        return transport_error(ConnectFailed, request, why)
    why = f"the connection broke ({why}); the request may have been acted on"
    return transport_error(ConnectionLost, request, why)
