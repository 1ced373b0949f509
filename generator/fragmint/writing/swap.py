"""The new package takes the place of the old one, in one step where the system can.

In the folder beside, ``new`` is a package that is being made, and ``ready`` one that is
whole: first the new one; then, once the two have changed places, the old one. Where
that takes more than one step, the old one is ``old`` in between. A run may be killed
anywhere: `clear` puts right what it has left. What is of no use any more is ``gone-0``
and so on before it is removed, so that what cannot be is in nobody's way.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from stat import S_IMODE

from ..diagnostics import Problems
from . import manifest

__all__ = ["KEPT", "build", "change_places", "clear", "liken", "rescue"]

_CACHE = "__pycache__"
_GONE = "gone-"
KEPT = ("ready", "old")
"""What is not removed before what somebody has put there is where it belongs."""


def build(aside: Path, folder: Path, files: Mapping[str, bytes | None]) -> Path:
    """Make what `folder` is to be, beside it.

    Args:
        aside: The folder beside.
        folder: The package as it is, if it is.
        files: What changes; None: it goes.

    Returns:
        A folder with everything. What does not change is the very same file in both,
        where links can be made; what does has the owner and the permissions that it
        had, and what is new the package's owner, as far as we may say that. Of what is
        not fragmint's, what could only be there as another's is not: see `rescue`.

    Raises:
        OSError: the disk refuses.
    """
    new, ready = aside / "new", aside / "ready"
    new.mkdir()
    for path, data in files.items():
        if data is not None:
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(data)
            with suppress(FileNotFoundError):
                liken(new / path, (folder / path).stat())
    if folder.exists():
        ours = {*files, *manifest.owned(manifest.load(folder))}
        _carry(folder, new, files, ours | _folders(ours))
        for path in {*files} | _folders(files):
            before = folder / path
            if (new / path).exists():
                _own(new / path, (before if before.exists() else folder).stat())
    new.rename(ready)
    return ready


def change_places(ready: Path, folder: Path) -> None:
    """Put what is `ready` in the place of `folder`, and that in its.

    Where one of the two is not there, that is so the other way round then; so whoever
    does it again undoes it.

    Raises:
        OSError: it cannot be done, and has not been.
    """
    if not folder.exists():
        ready.rename(folder)
    elif not ready.exists():
        folder.rename(ready)
    elif not _exchange(ready, folder):
        old = ready.with_name("old")
        try:
            folder.rename(old)
            ready.rename(folder)
            old.rename(ready)
        except BaseException:
            if old.exists():
                if folder.exists():
                    folder.rename(ready)
                old.rename(folder)
            raise


def rescue(left: Path, folder: Path, but: Collection[str]) -> None:
    """Move to `folder` what somebody has put in `left` while it was the package.

    And what `build` left there: only moved does it stay whose it is.

    Args:
        left: An old package, or one that never came to be.
        folder: The package that is in its place.
        but: Paths of files that are not theirs.

    Raises:
        OSError: the disk refuses.
    """
    for path in _paths(left, folder, _folders(but)) if left.exists() else ():
        theirs, ours = left / path, folder / path
        if path not in but and _is_newer(theirs, ours):
            ours.parent.mkdir(parents=True, exist_ok=True)
            theirs.replace(ours)


def clear(aside: Path, folder: Path) -> None:
    """Remove what is in the folder beside `folder`, whenever its run has ended."""
    old = aside / "old"
    with suppress(OSError, Problems):
        _give_up(aside / "new")
        if old.exists() and not folder.exists():
            old.rename(folder)
        for left in map(aside.joinpath, KEPT):
            if left.is_dir() and not left.is_symlink():
                ours = manifest.owned(manifest.load(left))
                ours |= manifest.owned(manifest.load(folder))
                rescue(left, folder, {manifest.NAME, *ours})
            _give_up(left)
    with suppress(OSError):
        for gone in aside.glob(f"{_GONE}*"):
            _remove(gone)


def _give_up(left: Path) -> None:
    """Call it what is to be removed: half removed, it would not tell what is ours."""
    names = (left.with_name(f"{_GONE}{number}") for number in count())
    if os.path.lexists(left):
        left.rename(next(one for one in names if not os.path.lexists(one)))


def _carry(
    old: Path, new: Path, but: Collection[str], ours: Collection[str], inside: str = ""
) -> None:
    """Have in the folder `new` what is in `old` already, `but` for some.

    Args:
        old: A package, or a folder in it.
        new: What it is to be.
        but: Paths of files that are not carried over.
        ours: Paths of files and folders that are fragmint's, and can change hands.
        inside: What goes before a name for it to be a path.
    """
    names = [name for name in os.listdir(old) if name != _CACHE]
    new.mkdir(exist_ok=True)
    for name in names:
        source, target, path = old / name, new / name, inside + name
        if source.is_dir() and not source.is_symlink():
            if path in ours or _can_be(source):
                _carry(source, target, but, ours, f"{path}/")
        elif path not in but:
            _link(source, target, ours=path in ours)
    liken(new, old.stat())
    if inside.rstrip("/") in ours and names and not os.listdir(new):
        new.rmdir()  # all that was in it is gone


def _link(source: Path, target: Path, *, ours: bool) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        if ours or _can_be(source):
            shutil.copy2(source, target, follow_symlinks=False)
            _own(target, source.lstat())


def _can_be(source: Path) -> bool:
    """Whether what we make of it can belong to whom it belongs to."""
    return sys.platform == "win32" or os.geteuid() in (0, source.lstat().st_uid)


def liken(made: Path, like: os.stat_result) -> None:
    """Give it the owner and the permissions of something else."""
    _own(made, like)
    made.chmod(S_IMODE(like.st_mode))


def _own(made: Path, like: os.stat_result) -> None:
    """Give it the owner and the group of something else, as far as we may."""
    now = made.lstat()
    if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
        for owner in (like.st_uid, -1):
            with suppress(OSError):
                os.chown(made, owner, like.st_gid, follow_symlinks=False)
                break


def _folders(paths: Iterable[str]) -> set[str]:
    """The folders that files are in."""
    found = {path.rpartition("/")[0] for path in paths} - {""}
    return found | _folders(found) if found else found


def _exchange(one: Path, other: Path) -> bool:
    """Have two folders change places at once; False where the system does not."""
    from ctypes import CDLL

    here, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE; RENAME_SWAP is the same
    paths = os.fsencode(one), os.fsencode(other)
    try:
        system = CDLL(None)
        if sys.platform == "darwin":
            failed = system.renamex_np(*paths, swap)
        else:
            failed = system.renameat2(here, paths[0], here, paths[1], swap)
    except (AttributeError, OSError, TypeError):
        return False
    return not failed


def _is_newer(theirs: Path, ours: Path) -> bool:
    if not os.path.lexists(ours):
        return True
    return theirs.lstat().st_mtime_ns > ours.lstat().st_mtime_ns


def _paths(
    left: Path, folder: Path, ours: Collection[str], inside: str = ""
) -> Iterator[str]:
    """The paths of all that is in `left`, but for caches.

    Of folders they are those that are not in `folder`, nor `ours`: they can be moved.
    """
    for name in os.listdir(left / inside):
        path = inside + name
        is_file = (left / path).is_symlink() or not (left / path).is_dir()
        if not is_file and name == _CACHE:
            continue
        if is_file or not (path in ours or os.path.lexists(folder / path)):
            yield path
        else:
            yield from _paths(left, folder, ours, f"{path}/")


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    for parent, _, _ in os.walk(folder):
        with suppress(OSError):
            os.chmod(parent, 0o700)  # a folder may forbid that anything goes
    shutil.rmtree(folder, ignore_errors=True)
