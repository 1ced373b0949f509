"""Work that goes on whoever waits for it, under asyncio and under trio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from functools import partial
from typing import Any

from .tasks import other


async def apart(work: Coroutine[Any, Any, None], ended: Callable[[], object]) -> object:
    """Begin `work`, which goes on though the caller is cancelled; then call `ended`.

    Under trio, where no task outlives the one that began it, the caller stays as long.

    Returns:
        What to hold until then: an event loop does not hold its tasks.
    """
    if anyio := other():
        with anyio.CancelScope(shield=True):
            await work
        ended()
        return None
    task = asyncio.create_task(work)
    task.add_done_callback(lambda _: ended())
    return task


async def settled(flight: Future[Any], seconds: float | None) -> None:
    """Wait until `flight` is done, or so many seconds have passed."""
    if anyio := other():
        if not flight.done():
            waiting = partial(wait, [flight], seconds)
            await anyio.to_thread.run_sync(waiting, abandon_on_cancel=True)
    else:
        await asyncio.wait([asyncio.wrap_future(flight)], timeout=seconds)
