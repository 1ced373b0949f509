"""Files -> disk: all or none, and nobody else's touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from itertools import pairwise
from os.path import samestat
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from ..diagnostics import Problem, Problems
from . import manifest
from .manifest import owned, plain
from .refusals import refused, unreadable
from .swap import build, change_places, clear, rescue

__all__ = ["Change", "changes", "write"]

Change = tuple[str, bytes | None, bytes | None]
"""A path, what is on disk and what is to be (None: no file)."""

_SHOWN = 40
_OF_HUNK = 8
"""How many lines of an edit are shown, and at least of each of its hunks."""


def changes(folder: Path, files: Mapping[str, bytes]) -> list[Change]:
    """What has to change for `folder` to hold `files`, and no other generated one.

    Raises:
        Problems: a file that is there cannot be read.
    """
    stale = dict.fromkeys(owned(manifest.load(folder)), None)
    wanted: dict[str, bytes | None] = {**stale, **files}
    found: list[Change] = []
    for path in sorted(wanted):
        before = _read(folder, path)
        if before != wanted[path]:
            found.append((path, before, wanted[path]))
    return found


def write(
    folder: Path,
    files: Mapping[str, bytes],
    aside: Path,
    caches: Mapping[str, bytes],
    *,
    force: bool = False,
) -> list[Change]:
    """Make `folder` hold `files`. Returns what was changed.

    The new package is made beside the old one and takes its place when it is whole;
    files that fragmint does not own are carried over.

    Args:
        folder: The package.
        files: Everything that is generated, by path.
        aside: The folder beside it, as `turn` gives it.
        caches: What to write too if anything changes, and nobody's if nothing does.
        force: Whether to overwrite files that were edited, or are not fragmint's.

    Raises:
        Problems: a generated file was edited and `force` is not set, a file of somebody
            else stands in the way, or the disk refuses.
    """
    found = changes(folder, files)
    if not found:
        return []
    before = _which(folder)
    try:
        problems = list(_in_the_way(folder, found))
        if not force:
            problems += _edited(folder, found)
        if problems:
            raise Problems(problems)
        _replace(folder, found, aside, caches, force=force)
    except OSError as error:
        clear(aside, folder.resolve())  # before anything is said of what is there
        now = _which(folder)
        left = "nothing has changed"
        if now != before:
            left = "the new package is there" if now else f"the old one is in {aside}"
        raise refused(error, folder, left) from None
    return found


def _which(folder: Path) -> tuple[int, int] | None:
    """What tells one folder from another that takes its place."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _replace(
    folder: Path,
    found: list[Change],
    aside: Path,
    caches: Mapping[str, bytes],
    *,
    force: bool,
) -> None:
    real = folder.resolve()  # a link to the package stays one
    after = {path: data for path, _, data in found}
    ready = build(aside, real, {**after, **caches})
    new = ready.stat()
    try:
        change_places(ready, real)
        # Nobody reaches the old package any more: nothing in it will change from now.
        late = [path for path, before, _ in found if _read(ready, path) != before]
        if late and not force:
            raise Problems(_meanwhile(folder / path) for path in late)
        rescue(ready, real, after)
    except BaseException:  # which may have come between any two steps
        if real.exists() and samestat(real.stat(), new):
            change_places(ready, real)
        raise


def _in_the_way(folder: Path, found: list[Change]) -> list[Problem]:
    """What could only be overwritten by following a link, or by removing a folder."""
    met = [_obstacle(folder, path) for path, before, _ in found if before is None]
    return [
        Problem("foreign-file", message, None, "move it away")
        for message in dict.fromkeys(filter(None, met))
    ]


def _edited(folder: Path, found: list[Change]) -> Iterator[Problem]:
    """Files that somebody has written, or written in, since they were generated."""
    sums = owned(manifest.load(folder))
    for path, before, after in found:
        file = folder / path
        if before is None or path == manifest.NAME:
            continue
        if path not in sums:
            message = f"{file} is not fragmint's, and in the way"
            hint = "move it away, or overwrite it: fragmint generate --force"
            yield Problem("foreign-file", message, None, hint)
        elif manifest.digest(plain(before)) != sums[path]:
            message = f"{file} was edited since it was generated"
            hint = "undo the edit, or overwrite it: fragmint generate --force"
            details: tuple[str, ...] = ()
            if after is None:
                message += ", and nothing makes it any more"
                hint = (
                    "the text that was generated is nowhere, so that no diff can be"
                    " shown: git diff may have it; take what is yours out of the file,"
                    " and remove it: fragmint generate --force"
                )
            else:
                exact = manifest.digest(after) == sums[path]
                details = _edit(file, before, after, exact=exact)
                if not exact:
                    hint += (
                        "; the diff has what else changes, too, which git diff has not"
                    )
            yield Problem("edited-file", message, None, hint, details=details)
        elif b"\r\n" in before:
            message = f"{file} has other line ends than it was generated with"
            hint = (
                f"have git leave them: '{folder.name}/** -text' in"
                f" {folder.parent / '.gitattributes'}; --force writes them anew"
            )
            yield Problem("edited-file", message, None, hint)


def _edit(file: Path, now: bytes, made: bytes, *, exact: bool) -> tuple[str, ...]:
    """What was edited in `file`, as far as that is known, as a unified diff.

    All of its hunks are in it, as any may be the edit; long ones are shortened.
    """
    of = "as generated" if exact else "as it would be generated now"
    before, after = (one.decode("utf-8", "replace").splitlines() for one in (made, now))
    lines = [*unified_diff(before, after, f"{file}, {of}", f"{file}, as it is", n=1)]
    lines = [line.rstrip("\n") for line in lines]
    starts = [at for at, line in enumerate(lines) if line.startswith("@@ ")]
    room = max(_SHOWN // max(len(starts), 1), _OF_HUNK)
    hunks = (lines[at:end] for at, end in pairwise([*starts, len(lines)]))
    return (*lines[:2], *(line for hunk in hunks for line in _shortened(hunk, room)))


def _shortened(lines: list[str], room: int) -> list[str]:
    """The beginning and the end of some lines, where they are too many."""
    more = len(lines) - room
    if more <= 1:
        return lines
    return [
        *lines[: room // 2],
        f"… and {more} lines more …",
        *lines[-(room - room // 2) :],
    ]


def _meanwhile(file: Path) -> Problem:
    message = f"{file} was changed while it was generated"
    return Problem("edited-file", message, None, "generate again")


def _obstacle(folder: Path, path: str) -> str | None:
    """What stands in the way to a file of a package, or in its place, if anything."""
    steps = path.split("/")
    for number in range(len(steps) + 1):
        here = folder.joinpath(*steps[:number])
        try:
            # The package itself can be a link: that is its owner's.
            mode = here.stat(follow_symlinks=not number).st_mode
        except FileNotFoundError:
            return None
        if S_ISLNK(mode):
            return f"{here} is a link, which could lead anywhere"
        if number < len(steps) and not S_ISDIR(mode):
            return f"{here} is a file, and has to be a folder"
        if number == len(steps) and not S_ISREG(mode):
            return f"{here} is no file, and in the way"
    return None


def _read(folder: Path, path: str) -> bytes | None:
    """What is in a file of a package; of what else there may be, nothing.

    What is behind a link is none of the package, whatever it says.

    Raises:
        Problems: it cannot be read.
    """
    try:
        return None if _obstacle(folder, path) else (folder / path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(error, folder / path) from None
