"""Waiting, and work that goes on whoever waits for it, under asyncio and under trio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from functools import partial
from importlib import import_module
from typing import Any

__all__ = ["apart", "pause", "running", "settled"]

_RUNNING: set[asyncio.Task[None]] = set()
"""So that they are not collected: an event loop does not hold its tasks."""


def running() -> asyncio.AbstractEventLoop | None:
    """The event loop of this thread: trio has none, nor has code that blocks."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _other() -> Any:
    """anyio, if it is trio that runs the task: httpx2 stands on both."""
    return None if running() else import_module("anyio")


async def pause(seconds: float) -> None:
    """Wait for so many seconds."""
    await (_other() or asyncio).sleep(seconds)


async def apart(work: Coroutine[Any, Any, None], ended: Callable[[], object]) -> None:
    """Begin `work`, which goes on though the caller is cancelled; then call `ended`.

    Under trio, where no task outlives the one that began it, the caller stays as long.
    """
    if anyio := _other():
        with anyio.CancelScope(shield=True):
            await work
        ended()
        return
    task = asyncio.create_task(work)
    _RUNNING.add(task)
    task.add_done_callback(_RUNNING.discard)
    task.add_done_callback(lambda _: ended())


async def settled(flight: Future[Any], seconds: float | None) -> None:
    """Wait until `flight` is done, or so many seconds have passed."""
    if anyio := _other():
        if not flight.done():
            waiting = partial(wait, [flight], seconds)
            await anyio.to_thread.run_sync(waiting, abandon_on_cancel=True)
    else:
        await asyncio.wait([asyncio.wrap_future(flight)], timeout=seconds)
