"""Processes that work for this one, and end with it."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread, current_thread, main_thread
from typing import ParamSpec, TypeVar

__all__ = ["processes"]

_P = ParamSpec("_P")
_T = TypeVar("_T")


@contextmanager
def processes(count: int) -> Iterator[ProcessPoolExecutor | None]:
    """So many processes; None where there can be none.

    Whatever ends the work, they end what they have begun, and begin nothing more.
    Where this process is killed, they do not even that.
    """
    try:
        pool = _Pool(count, initializer=_begin)
    except OSError:
        yield None
        return
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


class _Pool(ProcessPoolExecutor):
    def submit(
        self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs
    ) -> Future[_T]:
        with _uninterrupted():  # else a process is started that nothing ends
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Have Ctrl-C wait until this is done."""
    before = signal.getsignal(signal.SIGINT)
    if not callable(before) or current_thread() is not main_thread():
        yield  # it interrupts nothing here
        return
    caught: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: caught.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if caught:
            before(caught[0], None)


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
