"""Waiting, under asyncio and under trio."""

from __future__ import annotations

import asyncio
from importlib import import_module
from inspect import iscoroutinefunction
from typing import Any


def is_async(function: object) -> bool:
    """Whether what it returns is to be awaited, as far as it says so."""
    called = getattr(type(function), "__call__", None)  # noqa: B004  # of an object
    return iscoroutinefunction(function) or iscoroutinefunction(called)


def running() -> asyncio.AbstractEventLoop | None:
    """The event loop of this thread: trio has none, nor has code that blocks."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def other() -> Any:
    """anyio, if it is trio that runs the task: httpx2 stands on both."""
    return None if running() else import_module("anyio")


async def pause(seconds: float) -> None:
    """Wait for so many seconds."""
    await (other() or asyncio).sleep(seconds)
