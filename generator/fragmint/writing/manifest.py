"""fragmint.lock: what a package was made of and what it consists of."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from ..support.verify import is_inside
from .folders import template_folder
from .refusals import unreadable

__all__ = [
    "NAME",
    "are",
    "content",
    "digest",
    "dump",
    "linked",
    "load",
    "own_digests",
    "owned",
    "plain",
    "tree",
    "tree_digest",
]

NAME = "fragmint.lock"


def digest(data: bytes) -> str:
    """The sha256 of `data`, in hexadecimal."""
    return sha256(data).hexdigest()


def plain(text: bytes) -> bytes:
    r"""A text with ``\n`` for line ends: git may have made others in a checkout."""
    return text.replace(b"\r\n", b"\n")


def tree_digest(folder: str, suffix: str) -> str:
    """One sha256 for all that is in a `tree`: paths, and contents as `plain` text.

    Raises:
        Problems: something in it cannot be read.
    """
    total = sha256()
    for name in tree(folder, suffix):
        path = f"{folder}/{name}"
        total.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        try:
            total.update(sha256(plain(content(path))).digest())
        except OSError as error:
            raise unreadable(error, Path(path)) from None
    return total.hexdigest()


@cache  # what runs does not change while it runs
def own_digests() -> tuple[str, str]:
    """What stands for the code of fragmint, and for its templates."""
    code = tree_digest(str(Path(__file__).parents[1]), ".py")
    return code, tree_digest(str(template_folder()), ".jinja")


def are(
    sums: Mapping[str, str], of: Callable[[bytes], bytes] = lambda data: data
) -> bool:
    """Whether the files at these paths have these sha256, and there are any.

    Args:
        sums: What they have, by path.
        of: Makes that of a file of which it is the sha256: nothing else, or `plain`.
    """
    try:
        return bool(sums) and all(
            digest(of(content(path))) == sha for path, sha in sums.items()
        )
    except OSError:
        return False


def linked(folder: str, names: Iterable[str]) -> set[str]:
    """Which of the files, and of the folders that they are in, are links."""
    steps = {*names}
    for name in names:
        while name := name.rpartition("/")[0]:
            steps.add(name)
    return {one for one in steps if os.path.islink(f"{folder}/{one}")}


def dump(lock: Mapping[str, Any]) -> bytes:
    """The bytes of a manifest: sorted, one entry a line, so that a diff is small."""
    return (json.dumps(lock, indent=2, sort_keys=True) + "\n").encode()


def load(folder: Path) -> dict[str, Any]:
    """The manifest in `folder`; empty where there is none.

    Of one in which a merge has left two sides, it is what both promise and own.

    Raises:
        Problems: it is damaged, the sides contradict each other, or it cannot be read.
    """
    path = folder / NAME
    try:
        text = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return {}
    except OSError as error:
        raise unreadable(error, path) from None
    lock = _parsed(text)
    if lock is None:
        from .mending import damaged, of_sides

        if b"<<<<<<<" not in text:
            raise damaged(path, text)
        lock = of_sides(path, *map(_parsed, _sides(text)))
    return lock


def owned(lock: Mapping[str, Any]) -> dict[str, str]:
    """The files that a manifest says it made, and the sha256 of each.

    Paths that lead out of the package are nobody's.
    """
    files = lock.get("files")
    if not isinstance(files, dict):
        return {}
    return {path: sha for path, sha in files.items() if is_inside(path)}


# Where nothing is to be done, the rest is to read hundreds of files: by no Path, which
# takes longer than to read one.


def content(path: str) -> bytes:
    """What is in a file; nothing of what stands in its place and would be waited for.

    Raises:
        OSError: It cannot be read.
    """
    with open(path, "rb", buffering=0, opener=_at_once) as file:
        return file.readall() or b""


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_WAITING)


_NO_WAITING: int = getattr(os, "O_NONBLOCK", 0)  # which Windows does not know


def tree(folder: str, suffix: str) -> list[str]:
    """The paths below `folder` that have the `suffix`, in order.

    What is hidden is none, as what editors leave beside a file; nor are caches.

    Raises:
        Problems: a folder cannot be read.
    """
    try:
        return sorted(_paths(folder, suffix))
    except OSError as error:
        raise unreadable(error, Path(error.filename)) from None


def _paths(folder: str, suffix: str, inside: str = "") -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = inside + entry.name
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if name.endswith(suffix):
                yield name
            elif entry.is_dir(follow_symlinks=False):
                yield from _paths(entry.path, suffix, f"{name}/")


def _parsed(text: bytes) -> dict[str, Any] | None:
    """What a manifest says, if it has the shape that `dump` gives it."""
    lock: Any = None
    with suppress(RecursionError, ValueError):
        lock = json.loads(text)
    return cast("dict[str, Any]", lock) if _fits(lock) else None


def _sides(text: bytes) -> tuple[bytes, bytes]:
    """What a text with the marks of a merge says on either side of them."""
    sides: tuple[list[bytes], list[bytes]] = ([], [])
    within: tuple[int, ...] = (0, 1)
    for line in text.splitlines():
        if line[:7] in _MARKS:
            within = _MARKS[line[:7]]
        else:
            for side in within:
                sides[side].append(line)
    return b"\n".join(sides[0]), b"\n".join(sides[1])


_MARKS = {b"<<<<<<<": (0,), b"|||||||": (), b"=======": (1,), b">>>>>>>": (0, 1)}


def _fits(lock: Any) -> bool:
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
