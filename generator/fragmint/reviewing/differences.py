"""Changes of files, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from ..writing.files import Change

__all__ = ["unified"]


def unified(folder: Path, changes: Iterable[Change]) -> str:
    """The `changes` of files in `folder`, as ``diff -u`` writes them."""
    out: list[str] = []
    for path, before, after in changes:
        shown = (folder / path).as_posix()
        out += unified_diff(
            _lines(before),
            _lines(after),
            fromfile=shown if before is not None else "/dev/null",
            tofile=shown if after is not None else "/dev/null",
        )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in out)


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8", "replace").splitlines(keepends=True)
