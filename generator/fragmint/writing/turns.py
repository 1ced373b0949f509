"""One run at a time: who is to change a package, or a file, holds the folder beside it.

That folder, ``.acme.fragmint`` for a package ``acme``, has a file that the one run
locks, and all that it makes on its way. The system releases the lock of a run that is
killed, and what that has left in the folder is cleared away by whoever comes next.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from ..diagnostics import Problem, Problems
from .folders import beside
from .refusals import refused
from .swap import KEPT, clear

__all__ = ["turn"]

_LOCK = "lock"
_IGNORED = ".gitignore"
_RACES = 100
_PATIENCE = 0.05
"""Seconds between two looks at a lock that another run holds."""


@contextmanager
def turn(
    folder: Path, warn: Callable[[Problem], object] = lambda _: None
) -> Iterator[Path]:
    """Be the only run that changes the package in `folder`; gives the folder beside.

    Waits for another run, and says so on standard error.

    Args:
        folder: That of the package.
        warn: Is told at the end of what cannot be removed of the folder beside.

    Raises:
        Problems: the disk refuses.
    """
    made: list[Path] = []
    try:
        try:
            real, aside = folder.resolve(), beside(folder)
            held = _hold(aside, folder, made)
        except (OSError, RuntimeError) as error:
            raise refused(error, folder) from None
        try:
            clear(aside, real)
            _ignore(aside, folder)
            yield aside
        finally:
            clear(aside, real)
            for left in _left(aside):
                warn(left)
            _release(aside, held)
    finally:
        for parent in made:
            with suppress(OSError):  # something is in it by now
                parent.rmdir()


def _hold(aside: Path, folder: Path, made: list[Path]) -> int:
    """The lock of the folder `aside`: an open file. Notes the folders `made` for it."""
    path = aside / _LOCK
    said = False
    lost = 0
    while True:
        if aside.is_symlink():
            message = f"{aside} is a link, which could lead anywhere"
            raise Problems([Problem("foreign-file", message, None, "remove it")])
        made += (one for one in (aside, *aside.parents) if not one.exists())
        try:
            aside.mkdir(parents=True, exist_ok=True)
            file = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
        except (FileExistsError, FileNotFoundError):
            lost += 1
            if lost > _RACES:
                raise
            continue  # another run removes what we make, or what is there for us
        try:
            while not _lock(file):
                if not said:
                    _say(file, folder)
                    said = True
                sleep(_PATIENCE)
            if _is(path, file):
                with suppress(OSError):  # which only others would have told
                    os.ftruncate(file, 0)
                    os.write(file, str(os.getpid()).encode())
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)  # of a lock that its holder has removed


def _ignore(aside: Path, folder: Path) -> None:
    """Have git not take what is in the folder for work, should it stay there."""
    try:
        with suppress(FileExistsError), (aside / _IGNORED).open("xb") as file:
            file.write(b"*\n")
    except OSError as error:
        raise refused(error, folder) from None


def _left(aside: Path) -> Iterator[Problem]:
    """What could not be removed, if anything."""
    with suppress(OSError):
        for name in sorted({*os.listdir(aside)} - {_LOCK, _IGNORED}):
            hint = "nothing in it is of use: remove it as one who may; each run tries"
            if name in KEPT:
                hint = "it has what is not fragmint's: move that to the package"
            message = f"{aside / name} cannot be removed"
            yield Problem("cannot-remove", message, None, hint, "warning")


def _is(path: Path, file: int) -> bool:
    """Whether what is open is what `path` names by now."""
    with suppress(FileNotFoundError):
        return os.path.samestat(path.stat(), os.fstat(file))
    return False


def _say(file: int, folder: Path) -> None:
    holder = os.read(file, 20).decode("ascii", "replace")
    who = f"process {holder}" if holder else "another run"
    sys.stderr.write(f"fragmint: {folder}: waiting for {who}, which generates it\n")
    sys.stderr.flush()


def _leave(aside: Path) -> None:
    with suppress(OSError):
        if {*os.listdir(aside)} <= {_LOCK, _IGNORED}:
            (aside / _IGNORED).unlink(missing_ok=True)
        (aside / _LOCK).unlink()
        aside.rmdir()


if sys.platform == "win32":
    import msvcrt

    _NO_LINK = 0

    def _lock(file: int) -> bool:
        # No other process can read what is locked: so it is a byte behind the text.
        os.lseek(file, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True

    def _release(aside: Path, file: int) -> None:
        os.close(file)  # what anybody has open cannot be removed
        _leave(aside)

else:
    import fcntl

    _NO_LINK = os.O_NOFOLLOW

    def _lock(file: int) -> bool:
        # The processes that render must not have it when this one is killed: `lockf`
        # locks for a process, `flock` for all that have the file open.
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _release(aside: Path, file: int) -> None:
        _leave(aside)
        os.close(file)
