"""What a terminal shows besides text: colours, and how far the work has come."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable
from types import FrameType
from typing import TextIO

from ..diagnostics import Problem, shortened, show

__all__ = ["Progress", "is_terminal", "tell"]


def tell(problems: Iterable[Problem], *, every: bool = True) -> None:
    """Print problems, in colours where there may be any.

    Args:
        problems: In the order to be told in.
        every: Whether to print all, and not of many that are alike how many.
    """
    told, summary = tuple(problems), ""
    if not every:
        told, summary = shortened(told)
    sys.stderr.write(show(told, colours=_has_colours(sys.stderr)) + summary)


def is_terminal(stream: TextIO) -> bool:
    """Whether it is one on which the cursor can be moved."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _has_colours(stream: TextIO) -> bool:
    """https://no-color.org, and the other way round https://force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_terminal(stream)


class Progress:
    """How many targets are done, on a terminal, from the first second on.

    It is shown by the process's timer, which needs no thread: processes are forked
    meanwhile. Where there is no such timer, nothing is shown.
    """

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self.total = total
        self.done = 0
        self._wanted = (
            not quiet and hasattr(signal, "setitimer") and is_terminal(sys.stderr)
        )
        self._shown = False
        self._since = time.monotonic()

    def __enter__(self) -> Progress:
        if self._wanted:
            self._before = signal.signal(signal.SIGALRM, self._show)
            signal.setitimer(signal.ITIMER_REAL, 1, 1)
        return self

    def __exit__(self, *exception: object) -> None:
        if self._wanted:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)
        self.clear()

    def step(self) -> None:
        """One more is done."""
        self.done += 1

    def clear(self) -> None:
        """Make room for what is to be printed."""
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def _show(self, number: int, frame: FrameType | None) -> None:
        seconds = round(time.monotonic() - self._since)
        self._write(f"\r{self.done} of {self.total} targets done, {seconds} s\x1b[K")
        self._shown = True

    def _write(self, text: str) -> None:
        # Not by `sys.stderr`, in which the signal may have come.
        os.write(sys.stderr.fileno(), text.encode())
