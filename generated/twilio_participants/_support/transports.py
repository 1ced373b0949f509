"""What moves the bytes. A transport is anything with a fitting `send`."""

from __future__ import annotations

import warnings
from typing import Protocol

from .errors import (
    ConnectFailed,
    ConnectionLost,
    TimedOut,
    TransportError,
    transport_error,
)
from .http import AsyncIncoming, HttpRequest, HttpResponse, Incoming, Timeout

__all__ = ["AsyncOwnTransport", "AsyncTransport", "OwnTransport", "Transport"]


class Transport(Protocol):
    """Sends a request and returns the response, whatever its status."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse | Incoming:
        """Send `request`, and return the response whole, or as it comes in.

        What is whole is taken as it is; of what comes in, the client undoes the
        Content-Encoding and bounds the size.

        Raises:
            ConnectFailed: no connection could be made; nothing was sent.
            TimedOut: `timeout` ran out.
            ConnectionLost: the connection broke before the response was whole.
        """
        ...


class AsyncTransport(Protocol):
    """`Transport` for asyncio and trio."""

    async def send(
        self, request: HttpRequest, timeout: Timeout
    ) -> HttpResponse | AsyncIncoming:
        """As `Transport.send`."""
        ...


class OwnTransport(Transport, Protocol):
    """One that a client makes for itself, and closes with itself."""

    def close(self) -> None:
        """Close the connections."""
        ...


class AsyncOwnTransport(AsyncTransport, Protocol):
    """`OwnTransport` for asyncio."""

    async def aclose(self) -> None:
        """As `OwnTransport.close`."""
        ...


def warn_unclosed(how: str) -> None:
    message = f"a client was not closed: use it in a `with` statement, or {how}"
    warnings.warn(message, ResourceWarning, stacklevel=3)


def not_connected_within(request: HttpRequest, seconds: float) -> TransportError:
    why = f"no connection within {seconds:g} s; nothing was sent"
    return transport_error(ConnectFailed, request, why)


def not_connected(request: HttpRequest, reason: str) -> TransportError:
    why = f"no connection ({reason}); nothing was sent. Is the base URL right?"
    return transport_error(ConnectFailed, request, why)


def timed_out(request: HttpRequest, seconds: float) -> TransportError:
    why = f"no whole answer within {seconds:g} s; it may have been acted on"
    return transport_error(TimedOut, request, why)


def broken(request: HttpRequest, reason: str) -> TransportError:
    why = f"the connection broke ({reason}); the request may have been acted on"
    return transport_error(ConnectionLost, request, why)
