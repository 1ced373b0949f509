"""What moves the bytes. A transport is anything with a fitting `send`."""

from __future__ import annotations

import warnings
from inspect import iscoroutinefunction, signature
from typing import Any, Protocol

from .errors import (
    ConnectFailed,
    ConnectionLost,
    TimedOut,
    TransportError,
    transport_error,
)
from .http import AsyncIncoming, HttpRequest, HttpResponse, Incoming, Timeout


class Transport(Protocol):
    """Sends a request and returns the response, whatever its status."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse | Incoming:
        """Send `request`, and return the response whole, or as it comes in.

        What is whole is taken as it is; of what comes in, the client undoes the
        Content-Encoding and bounds the size.

        Raises:
            ConnectFailed: no connection could be made; nothing was sent.
            TimedOut: `timeout` ran out.
            ConnectionLost: the connection broke before the response was whole. If it
                was that of an earlier request and no response began, `again` of the
                error is "safe".
        """
        ...


class AsyncTransport(Protocol):
    """`Transport` for asyncio and trio."""

    async def send(
        self, request: HttpRequest, timeout: Timeout
    ) -> HttpResponse | AsyncIncoming:
        """As `Transport.send`."""
        ...


_PACKAGE = __name__.rpartition("_support.")[0]


def check_transport(given: object, own: type[Any]) -> None:
    """See that `given` can send for a client that makes itself an `own`.

    Raises:
        TypeError: It is for the other client, or only what a transport is made with.
    """
    send: Any = getattr(given, "send", None)
    kind, right = type(given), own.__name__
    wanted, awaited = iscoroutinefunction(own.send), iscoroutinefunction(send)
    fits = wanted or not awaited  # any function can return what is awaited
    home = str(getattr(send, "__module__", ""))
    if home.startswith(_PACKAGE):  # but none of ours does
        fits = wanted == awaited
        ours = (one for one in kind.__mro__ if one.__module__.startswith(_PACKAGE))
        name = next(ours, own).__name__  # unless it is a class that is given
        right = f"{'Async' * wanted}{name.removeprefix('Async')}"
    try:
        signature(send).bind("request", "timeout")
    except TypeError:
        fits = False
    except ValueError:
        pass  # it does not say what it takes
    if not fits:
        raise TypeError(f"transport must be such as {right}(…), not {kind}")


def warn_unclosed(how: str) -> None:
    message = f"a client was not closed: use it in a `with` statement, or {how}"
    warnings.warn(message, ResourceWarning, stacklevel=3)


def too_late(
    request: HttpRequest, timeout: Timeout, *, sent: bool, over: bool
) -> TransportError:
    """What to say if the time has run out: that for the whole call if it is `over`."""
    patience = timeout.read if sent else timeout.connect
    over = over or patience is None
    seconds = timeout.whole if over else patience
    within = "in time" if seconds is None else f"within {seconds:g} s"
    if not sent:
        why = f"no connection {within}; nothing was sent"
        return transport_error(ConnectFailed, request, why)
    what = "no whole answer" if over else "nothing more"
    why = f"{what} {within}; the request may have been acted on"
    return transport_error(TimedOut, request, why)


def not_connected(
    request: HttpRequest, reason: str, cause: BaseException | None = None
) -> TransportError:
    refused = _refused_by_tls(cause)
    if type(refused).__name__ == "SSLCertVerificationError":
        why = (
            f"the server's certificate is refused ({reason}); nothing was sent. Is the"
            " base URL right? If it is, have SSL_CERT_FILE name a file with the"
            " certificate of who issued it, or give the transport an ssl.SSLContext"
            " that trusts it"
        )
    else:
        why = f"no connection ({reason}); nothing was sent. Is the base URL right?"
    error = transport_error(ConnectFailed, request, why)
    if refused is not None:
        error.again = "never"  # it will be refused again
    return error


def _refused_by_tls(cause: BaseException | None) -> BaseException | None:
    """The root of `cause`, if TLS has refused something, and has not just ended."""
    from ssl import SSLCertVerificationError, SSLError  # here, as it takes its time

    while cause and type(cause) not in (SSLError, SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__
    return cause


def broken(request: HttpRequest, reason: str, *, stale: bool = False) -> TransportError:
    """`stale` is a connection of an earlier request that ended before an answer.

    Most likely it did so as the request went out (RFC 9112 §9.3.1).
    """
    why = f"the connection broke ({reason}); the request may have been acted on"
    error = transport_error(ConnectionLost, request, why)
    if stale:
        error.again = "safe"
    return error
