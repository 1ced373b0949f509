"""A connection that is given up while its TLS begins, which httpx2 does not close."""

from __future__ import annotations

from functools import partial
from typing import Any

import httpx2


def install(client: httpx2.AsyncClient) -> None:
    """Have `client` close the connections of calls that are cancelled meanwhile.

    httpx2 offers no setting for it, hence the look inside. Where it is not as known in
    there, the garbage collection closes them.
    """
    inside: Any = client
    for one in filter(None, [inside._transport, *inside._mounts.values()]):
        backend = getattr(getattr(one, "_pool", None), "_network_backend", None)
        if backend is not None:
            backend.connect_tcp = partial(_connected, backend.connect_tcp)


async def _connected(connect: Any, *args: Any, **options: Any) -> Any:
    stream = await connect(*args, **options)
    stream.start_tls = partial(_begun, stream, stream.start_tls)
    return stream


async def _begun(stream: Any, begin: Any, *args: Any, **options: Any) -> Any:
    del stream.start_tls  # which would hold the stream, and so itself
    try:
        return await begin(*args, **options)
    except BaseException:
        await stream.aclose()
        raise
