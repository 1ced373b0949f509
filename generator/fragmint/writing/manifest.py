"""fragmint.lock: what a package was made of and what it consists of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from ..diagnostics import Problem, Problems
from .refusals import unreadable

__all__ = ["NAME", "digest", "dump", "load", "owned", "tree_digest"]

NAME = "fragmint.lock"


def digest(data: bytes) -> str:
    """The sha256 of `data`, in hexadecimal."""
    return sha256(data).hexdigest()


def tree_digest(folder: Path, suffix: str) -> str:
    """One sha256 for all files below `folder` with `suffix`: paths and contents."""
    total = sha256()
    for path in sorted(folder.rglob(f"*{suffix}")):
        total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()


def dump(lock: Mapping[str, Any]) -> bytes:
    """The bytes of a manifest: sorted, one entry a line, so that a diff is small."""
    return (json.dumps(lock, indent=2, sort_keys=True) + "\n").encode()


def load(folder: Path) -> dict[str, Any]:
    """The manifest in `folder`; empty where there is none that can be read.

    Raises:
        Problems: a merge has left two of them, with the names that both promise; or
            it cannot be read.
    """
    path = folder / NAME
    try:
        text = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return {}
    except OSError as error:
        raise unreadable(error, path) from None
    lock: Any = None
    with suppress(RecursionError, ValueError):
        lock = json.loads(text)
    if _fits(lock):
        return cast("dict[str, Any]", lock)
    if b"<<<<<<<" not in text:
        return {}
    message = f"{path} has two sides that a merge has left"
    hint = "take one (git checkout --ours, or --theirs) and generate --force"
    raise Problems([Problem("bad-lock", message, None, hint)])


def owned(lock: Mapping[str, Any]) -> dict[str, str]:
    """The files that a manifest says it made, and the sha256 of each.

    Paths that lead out of the package are nobody's.
    """
    files = lock.get("files")
    if not isinstance(files, dict):
        return {}
    return {path: sha for path, sha in files.items() if _is_inside(path)}


def _is_inside(path: str) -> bool:
    return not ({"", ".", ".."} & {*path.split("/")} or {"\\", ":"} & {*path})


def _fits(lock: Any) -> bool:
    """Whether a manifest has the shape that `dump` gives it."""
    if not isinstance(lock, dict) or not isinstance(lock.get("operations"), list):
        return False
    inputs = lock.get("inputs")
    if not isinstance(inputs, dict):
        return False
    sums = [lock.get("files"), inputs.get("description", {})]
    return all(
        isinstance(one, dict) and all(isinstance(sha, str) for sha in one.values())
        for one in sums
    )
