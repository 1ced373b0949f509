"""A file of the user's own that is written anew: all of it, or nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..diagnostics import Problem, Problems
from .swap import liken
from .turns import turn

__all__ = ["replace_file", "replacing"]


def replace_file(path: Path, data: bytes) -> None:
    """Have a file hold `data`: see `replacing`."""
    with replacing(path, data):
        pass


@contextmanager
def replacing(path: Path, data: bytes) -> Iterator[None]:
    """Have a file hold `data` once the block is done, and what it held if that fails.

    It is written beside before, so that a full disk is known in time, as a package is:
    see `turn`. A link is followed, and the permissions stay; what is no file, such as a
    pipe, is written to.

    Raises:
        Problems: the disk refuses.
    """
    with _told(path):
        is_file = path.is_file() or not path.exists()
        if is_file and path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not is_file:
            path.write_bytes(data)
        real = path.resolve()
    if not is_file:
        yield
        return
    with turn(path) as aside:
        new = aside / "new"
        with _told(path):
            new.write_bytes(data)
            if real.exists():
                liken(new, real.stat())
        yield
        with _told(path):
            try:
                new.replace(real)
            except OSError as error:
                if error.errno != errno.EBUSY:
                    raise
                real.write_bytes(data)  # it is a mount by itself


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # the latter of links in a circle
        reason = error.strerror if isinstance(error, OSError) else None
        message = f"{reason or error}: {path}"
        raise Problems([Problem("cannot-write", message, None)]) from None
