"""Whether a body that only the end of its connection ends is whole (RFC 9112 §9.8).

Anyone on the way can end a connection, but not TLS, which has an end of its own: where
that is missing, the body is cut. httpx2 takes the one for the other.
"""

from __future__ import annotations

from typing import Any

import httpx2

__all__ = ["heed_end", "is_cut"]


def heed_end(incoming: httpx2.Response) -> None:
    """Have what is yet to be read fail if TLS does not end; of a blocking client."""
    stream = incoming.extensions.get("network_stream")
    sock: Any = stream and stream.get_extra_info("socket")
    if hasattr(sock, "suppress_ragged_eofs"):
        sock.suppress_ragged_eofs = False


def is_cut(incoming: httpx2.Response) -> bool:
    """Whether TLS has not ended with the body; of an async client."""
    stream = incoming.extensions.get("network_stream")
    tls: Any = stream and stream.get_extra_info("ssl_object")
    if tls is None or not _ends_with_connection(incoming):
        return False
    try:
        tls.read(1)  # of a connection that has ended there is nothing to come
    except OSError:
        return True
    return False


def _ends_with_connection(incoming: httpx2.Response) -> bool:
    """RFC 9112 §6.3: any other connection may be in use again by now."""
    return (
        incoming.http_version.startswith("HTTP/1")
        and incoming.request.method != "HEAD"
        and incoming.status_code not in (204, 304)
        and incoming.headers.keys().isdisjoint(("content-length", "transfer-encoding"))
    )
