"""Files -> disk: all or none, and nobody else's touched."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..diagnostics import Problem, Problems
from . import manifest

__all__ = ["Change", "changes", "owned", "write"]

Change = tuple[str, bytes | None, bytes | None]
"""A path, what is on disk and what is to be (None: no file)."""


def owned(lock: Mapping[str, Any]) -> dict[str, str]:
    """The files that the manifest `lock` says it made, and the sha256 of each.

    Paths that lead out of the package are nobody's.
    """
    files = lock.get("files")
    if not isinstance(files, dict):
        return {}
    return {
        path: sha
        for path, sha in files.items()
        if ".." not in path.split("/") and not path.startswith("/")
    }


def changes(folder: Path, files: Mapping[str, bytes]) -> list[Change]:
    """What has to change for `folder` to hold `files`, and no other generated one."""
    stale = dict.fromkeys(owned(manifest.load(folder)), None)
    wanted: dict[str, bytes | None] = {**stale, **files}
    found: list[Change] = []
    for path in sorted(wanted):
        before = _read(folder / path)
        if before != wanted[path]:
            found.append((path, before, wanted[path]))
    return found


def write(
    folder: Path, files: Mapping[str, bytes], *, force: bool = False
) -> list[Change]:
    """Make `folder` hold `files`. Returns what was changed.

    The new package is made beside the old one and takes its place when it is whole;
    files that fragmint does not own are carried over.

    Raises:
        Problems: a generated file was edited and `force` is not set, a file of somebody
            else stands in the way, or the disk refuses.
    """
    found = changes(folder, files)
    if not found:
        return []
    linked = list(_linked(folder, found))
    if linked:
        raise Problems(linked)
    if not force:
        problems = list(_edited(folder, found))
        if problems:
            raise Problems(problems)
    try:
        _replace(folder.resolve(), found)  # a link to the package stays one
    except OSError as error:
        what = f"{error.strerror or error}: {error.filename or folder}"
        raise Problems([Problem("cannot-write", what, None)]) from None
    return found


def _linked(folder: Path, found: list[Change]) -> Iterator[Problem]:
    """Files that a link would lead out of the package."""
    known = {folder}
    for path, _, _ in found:
        for parent in (folder / path).parents:
            if parent in known:
                break
            known.add(parent)
            if parent.is_symlink():
                message = f"{parent} is a link, which could lead anywhere"
                yield Problem("foreign-file", message, None, "move it away")


def _edited(folder: Path, found: list[Change]) -> list[Problem]:
    sums = owned(manifest.load(folder))
    problems = []
    for path, before, _ in found:
        if before is None or path == manifest.NAME:
            continue
        if path not in sums:
            message = f"{folder / path} is not fragmint's, and in the way"
            hint = "move it away, or overwrite it with --force"
            problems.append(Problem("foreign-file", message, None, hint))
        elif manifest.digest(before) != sums[path]:
            message = f"{folder / path} was edited since it was generated"
            hint = "undo the edit, or overwrite it with --force"
            problems.append(Problem("edited-file", message, None, hint))
    return problems


def _replace(folder: Path, found: list[Change]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    new, old = beside / "new", beside / "old"
    try:
        if folder.exists():
            shutil.copytree(
                folder,
                new,
                symlinks=True,
                copy_function=_link,
                ignore=shutil.ignore_patterns("__pycache__"),
            )
        for parent in {(new / path).parent for path, _, _ in found}:
            parent.mkdir(parents=True, exist_ok=True)
        for path, before, after in found:
            if before is not None:
                (new / path).unlink(missing_ok=True)
            if after is not None:
                (new / path).write_bytes(after)
        _prune(new)
        try:
            if folder.exists():
                os.rename(folder, old)
            os.rename(new, folder)
        except BaseException:  # Ctrl-C too must leave the old package
            if old.exists() and not folder.exists():
                os.rename(old, folder)
            raise
    finally:
        if folder.exists() or not old.exists():
            shutil.rmtree(beside, ignore_errors=True)


def _link(source: str, target: str) -> None:
    """A file that does not change stays the very same one, where links can be made."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _prune(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
