"""What the disk refuses, as a problem that says what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from ..diagnostics import Problem, Problems

__all__ = ["refused", "unreadable"]

_ROOM = "make room"
_PERMISSION = "it must be allowed to write there"
_FOLDER = "move away what stands where a folder is to be"
_BUSY = "what uses it has to let go of it"
_HINTS = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.EROFS: _PERMISSION,
    errno.EEXIST: _FOLDER,
    errno.ENOTDIR: _FOLDER,
    errno.EBUSY: _BUSY,
}


def refused(
    error: OSError | RuntimeError, folder: Path, left: str = "nothing has changed"
) -> Problems:
    """What to raise where the disk does not let a package be written to `folder`.

    Args:
        error: What it says.
        folder: That of the package.
        left: What became of the package.
    """
    reason, code = str(error), None
    if isinstance(error, OSError):
        reason, code = error.strerror or reason, error.errno
        if error.filename is not None:
            reason += f": {error.filename2 or error.filename}"
    hint = f"{_HINTS.get(code or 0, 'see what is there')}; {left}"
    message = f"{folder} cannot be written: {reason}"
    return Problems([Problem("cannot-write", message, None, hint)])


def unreadable(error: OSError, path: Path) -> Problems:
    """What to raise where the disk does not let a file of a package be read."""
    message = f"{path} cannot be read: {error.strerror or error}"
    hint = "what is in it has to be known before anything is changed"
    return Problems([Problem("cannot-read", message, None, hint)])
