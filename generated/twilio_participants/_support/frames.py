"""Where the code is that called this package."""

from __future__ import annotations

import os
from inspect import currentframe
from pathlib import Path

__all__ = ["outside"]

_PACKAGE = str(Path(__file__).parent.parent) + os.sep


def outside() -> int:
    """The `stacklevel` for a warning about what the user's own code did."""
    level, frame = 0, currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        level, frame = level + 1, frame.f_back
    return level
