"""Processes that work for this one, and end with it."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread

__all__ = ["processes"]


@contextmanager
def processes(count: int) -> Iterator[ProcessPoolExecutor | None]:
    """So many processes; None where there can be none.

    Whatever ends the work, they end what they have begun, and begin nothing more.
    Where this process is killed, they do not even that.
    """
    try:
        pool = ProcessPoolExecutor(count, initializer=_begin)
    except OSError:
        yield None
        return
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """What each does before its first task."""
    gc.disable()  # as in the process that started it
    # Ctrl-C is for that one, which has this one end what it has begun.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
