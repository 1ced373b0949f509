"""Whether a body that only the end of its connection ends is whole (RFC 9112 §9.8).

Anyone on the way can end a connection, but not TLS, which has an end of its own: where
that is missing, the body is cut. httpx2 takes the one for the other.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

import httpx2


def shut(incoming: httpx2.Response) -> None:
    """Close it, and wake a thread that waits for more; of a blocking client."""
    # What has been read to its end has no connection any more; one of HTTP/2 has more.
    if not incoming.is_closed and incoming.http_version.startswith("HTTP/1"):
        incoming.extensions["shut"] = True
        sock = _extra(incoming, "socket")
        with suppress(OSError):
            # Not the method of TLS, which would take its state from the thread.
            if sock is not None:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
    incoming.close()


def by_shut(incoming: httpx2.Response) -> Exception | None:
    """The error that the end is, if it came by `shut`."""
    shut_here = "shut" in incoming.extensions
    return httpx2.ReadError("it was closed meanwhile") if shut_here else None


def heed_end(incoming: httpx2.Response) -> None:
    """Have what is yet to be read fail if TLS does not end; of a blocking client."""
    sock = _extra(incoming, "socket")
    if hasattr(sock, "suppress_ragged_eofs"):
        sock.suppress_ragged_eofs = False


def by_cut(incoming: httpx2.Response) -> Exception | None:
    """The error that the end is, if TLS has none; of an async client."""
    tls = _extra(incoming, "ssl_object")
    if tls is None or not _ends_with_connection(incoming):
        return None
    try:
        tls.read(1)  # of a connection that has ended there is nothing to come
    except OSError:
        return httpx2.ReadError("TLS did not end")
    return None


def _ends_with_connection(incoming: httpx2.Response) -> bool:
    """RFC 9112 §6.3: any other connection may be in use again by now."""
    return (
        incoming.http_version.startswith("HTTP/1")
        and incoming.request.method != "HEAD"
        and incoming.status_code not in (204, 304)
        and incoming.headers.keys().isdisjoint(("content-length", "transfer-encoding"))
    )


def _extra(incoming: httpx2.Response, name: str) -> Any:
    stream = incoming.extensions.get("network_stream")
    return None if stream is None else stream.get_extra_info(name)
