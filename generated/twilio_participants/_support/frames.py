"""Where the code is that called this package, and that it called."""

from __future__ import annotations

import os
from inspect import currentframe
from pathlib import Path
from types import TracebackType

__all__ = ["beyond", "outside"]

_PACKAGE = str(Path(__file__).parent.parent) + os.sep


def outside() -> int:
    """The `stacklevel` for a warning about what the user's own code did."""
    level, frame = 0, currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        level, frame = level + 1, frame.f_back
    return level


def beyond(trace: TracebackType | None) -> TracebackType | None:
    """What comes in a traceback after the last function of this package."""
    rest = trace
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(_PACKAGE):
            rest = trace.tb_next
        trace = trace.tb_next
    return rest
