"""What goes wrong with a request by httpx2, in this package's terms."""

from __future__ import annotations

from time import monotonic

import h11  # httpx2 stands on it
import httpx2

from ..errors import TransportError
from ..http import HttpRequest, Timeout
from ..transports import broken, not_connected, too_late
from .outgoing import Bounds

# The last comes through httpx2 as it is, of a body that is not as long as it is to be.
FAULTS = (httpx2.HTTPError, httpx2.InvalidURL, h11.LocalProtocolError)


def translated(
    request: HttpRequest,
    timeout: Timeout,
    end: float | None,
    error: Exception,
    bounds: Bounds | None = None,
) -> TransportError:
    """`error` in this package's terms; with `bounds` while there is no answer yet.

    `end` is when `timeout.total` is over, by the monotonic clock.
    """
    over = isinstance(error, TimeoutError) or (end is not None and monotonic() >= end)
    if isinstance(error, TimeoutError) and bounds is not None:
        error = bounds.late()
    if isinstance(error, httpx2.ConnectTimeout):
        return too_late(request, timeout, sent=False, over=over)
    if isinstance(error, httpx2.PoolTimeout):
        return not_connected(request, "all connections are busy")
    if isinstance(error, (httpx2.TimeoutException, TimeoutError)):
        return too_late(request, timeout, sent=True, over=over)
    if isinstance(error, h11.LocalProtocolError):
        return broken(request, "the body is not as long as its Content-Length says")
    stale = bounds is not None and bounds.of_old()
    # What these say has in it what came, or what was sent.
    if isinstance(error, httpx2.LocalProtocolError):
        failure = not_connected(request, "the request is no HTTP")
        failure.again = "never"
        return failure
    if isinstance(error, httpx2.RemoteProtocolError):
        said = str(error)
        why = next((why for begin, why in _ENDS if said.startswith(begin)), _NOT_HTTP)
        return broken(request, why, stale=stale and why is _AT_ONCE)
    why = str(error) or type(error).__name__
    never_sent = (httpx2.ConnectError, httpx2.InvalidURL, httpx2.ProxyError)
    if isinstance(error, (*never_sent, httpx2.UnsupportedProtocol)):
        return not_connected(request, why, error)
    return broken(request, why, stale=stale)


_AT_ONCE = "the server ended it"
_NOT_HTTP = "what came is not HTTP"
_ENDS = (
    ("Server disconnected", _AT_ONCE),
    # httpx2 keeps a connection by which TLS has ended, as long as TCP has not.
    ("can't handle event type ConnectionClosed", _AT_ONCE),
    ("peer closed", "it ended before the response did"),
)
"""How what httpx2 says begins, where it says nothing of what came."""
