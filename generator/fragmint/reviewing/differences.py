"""Changes of files: as a unified diff, and as findings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Place
from ..writing import manifest
from ..writing.files import Change
from ..writing.manifest import owned
from .formats import Finding

if TYPE_CHECKING:
    from ..reading import Description

__all__ = ["differences", "told"]


def told(folder: Path, changes: Sequence[Change]) -> str:
    """The `changes` of files in `folder` as somebody reviews them.

    That is a unified diff, and a line for the runtime, which comes with fragmint and
    has nothing of the description; but what somebody has edited is shown, as that. Of
    the manifest it is what that says besides the sums of files.
    """
    sums = owned(manifest.load(folder))
    edited = {
        path
        for path, old, _ in changes
        if not (old is None or path == manifest.NAME or _is_ours(sums, path, old))
    }
    runtime = [
        one for one in changes if one[0].startswith(_RUNTIME) and one[0] not in edited
    ]
    text = "".join(
        _unified(folder, _readable(one), edited=one[0] in edited)
        or f"{(folder / one[0]).as_posix()}: differs in what no diff shows\n"
        for one in changes
        if one not in runtime
    )
    if runtime:
        where = (folder / _RUNTIME).as_posix()
        count = f"{len(runtime)} file{'s'[: len(runtime) != 1]}"
        text += f"{where}: {count} would be as in the runtime of this fragmint\n"
    return text


def _readable(change: Change) -> Change:
    """A change, of the manifest without the sums, which nobody reads."""
    path, *states = change
    if path != manifest.NAME:
        return change
    old, new = (state and _without_sums(state) for state in states)
    return path, old, new


def _without_sums(text: bytes) -> bytes:
    try:
        lock = json.loads(text)
    except ValueError:
        return _SUM.sub(b"", text)  # a merge has left its marks there
    return manifest.dump({key: lock[key] for key in lock if key not in _SUMS})


def _unified(folder: Path, change: Change, *, edited: bool = False) -> str:
    """The change of a file in `folder`, as ``diff -u`` writes it.

    Of one that was `edited` the heading says so, where else a time stands.
    """
    path, before, after = change
    shown = (folder / path).as_posix()
    lines = unified_diff(
        _lines(before),
        _lines(after),
        fromfile=shown if before is not None else "/dev/null",
        tofile=shown if after is not None else "/dev/null",
        fromfiledate="edited since it was generated" if edited else "",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def differences(
    folder: Path, changes: Sequence[Change], description: Description
) -> Iterator[Finding]:
    """What generating would change, a finding a file.

    One that was edited is to be looked at itself; why all others change stands in the
    description.

    Args:
        folder: That of the package.
        changes: Of files in it.
        description: What it is generated from.
    """
    from .sources import source_of  # what reads descriptions takes its time

    lock = manifest.load(folder)
    new_lock = {path: new for path, _, new in changes}.get(manifest.NAME)
    source = source_of(description, json.loads(new_lock) if new_lock else lock)
    sums = owned(lock)
    for path, old, new in changes:
        shown = (folder / path).as_posix()
        kind = "new" if old is None else "removed" if new is None else "changed"
        code, message = "outdated-file", f"generating would {_VERBS[kind]} {shown}"
        hint = "generate, and commit what changes"
        if old is None or path == manifest.NAME or _is_ours(sums, path, old):
            text = (old if new is None else new) or b""
            place = source(path, text.decode("utf-8", "replace"))
        elif path in sums:
            code, message = "edited-file", f"{shown} was edited since it was generated"
            hint = "undo the edit, or generate --force"
            place = _first_difference(shown, old, new)
        else:
            code, message = "foreign-file", f"{shown} is not fragmint's, and in the way"
            hint = "move it away, or generate --force"
            place = _first_difference(shown, old, new)
        yield Finding(
            level="error",
            code=code,
            message=message,
            place=place,
            hint=hint,
            facts={
                "file": shown,
                "change": kind,
                "diff": _unified(folder, (path, old, new)),
            },
        )


_RUNTIME = "_support/"
_SUMS = ("files", "seal")
# What `dump` makes of one, in a line: the names of files have a suffix.
_SUM = re.compile(
    rb'^ +"(?:[^"\n]*\.[^"\n]*|seal)": "[0-9a-f]{64}",?\r?\n', re.MULTILINE
)
_VERBS = {"new": "add", "changed": "change", "removed": "remove"}


def _is_ours(sums: Mapping[str, str], path: str, now: bytes) -> bool:
    """Whether a file is as it was generated."""
    return sums.get(path) == manifest.digest(now)


def _first_difference(shown: str, old: bytes, new: bytes | None) -> Place:
    """The first line of a file that is not as it is to be."""
    lines = [*_lines(old), ""]
    wanted = _lines(new)
    number = 0
    while number < len(wanted) and lines[number] == wanted[number]:
        number += 1
    text = lines[number].rstrip("\r\n")
    return Place(shown, number + 1, 1, "", text, max(len(text), 1))


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8", "replace").splitlines(keepends=True)
