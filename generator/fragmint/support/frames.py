"""Where the code is that called this package, and that it called."""

from __future__ import annotations

import os
from inspect import currentframe
from pathlib import Path
from types import TracebackType

_PACKAGE = str(Path(__file__).parent.parent) + os.sep


def outside() -> int:
    """The `stacklevel` for a warning about what the user's own code did."""
    level, frame = 0, currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        level, frame = level + 1, frame.f_back
    return level


def theirs(trace: TracebackType | None) -> TracebackType | None:
    """A traceback without the functions of this package."""
    if trace is None:
        return None
    rest = theirs(trace.tb_next)
    frame = trace.tb_frame
    if frame.f_code.co_filename.startswith(_PACKAGE):
        return rest
    return TracebackType(rest, frame, trace.tb_lasti, trace.tb_lineno)
