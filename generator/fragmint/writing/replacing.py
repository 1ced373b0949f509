"""A file of the user's own that is written anew: all of it, or nothing."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..diagnostics import Problem, Problems

__all__ = ["replace_file", "replacing"]


def replace_file(path: Path, data: bytes) -> None:
    """Have a file hold `data`: see `replacing`."""
    with replacing(path, data):
        pass


@contextmanager
def replacing(path: Path, data: bytes) -> Iterator[None]:
    """Have a file hold `data` once the block is done, and what it held if that fails.

    It is written beside before, so that a full disk is known in time. A link is
    followed, and the permissions stay; what is no file, such as a pipe, is written to.

    Raises:
        Problems: the disk refuses.
    """
    with _told(path):
        is_file = path.is_file() or not path.exists()
        if not is_file:
            path.write_bytes(data)
        real = path.resolve()
        beside = _beside(real, data) if is_file else None
    if beside is None:
        yield
        return
    try:
        yield
        with _told(path):
            try:
                beside.replace(real)
            except OSError as error:
                if error.errno != errno.EBUSY:
                    raise
                real.write_bytes(data)  # it is a mount by itself
    finally:
        with suppress(OSError):  # it is there only where it was not wanted
            beside.unlink()


def _beside(real: Path, data: bytes) -> Path:
    """A file beside another, that is to take its place."""
    is_there = real.exists()
    if is_there and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    real.parent.mkdir(parents=True, exist_ok=True)
    beside = real.with_name(f".{real.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        if is_there:
            shutil.copymode(real, beside)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # the latter of links in a circle
        reason = error.strerror if isinstance(error, OSError) else None
        message = f"{reason or error}: {path}"
        raise Problems([Problem("cannot-write", message, None)]) from None
