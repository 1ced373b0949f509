"""What the tests of `reading` share: files given as texts."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import pytest
from fragmint.diagnostics import Problem, Problems
from fragmint.reading import Description, read

HEAD = 'openapi: 3.1.1\ninfo: {title: T, version: "1"}\n'


def reader(
    files: dict[str, str] | str,
    operations: Sequence[str] = (),
    folder: Path | None = None,
) -> Description:
    """Write files and read them.

    Args:
        files: Their texts by their names, the root first; or the root alone. A root
            that is no description of its own gets the head of one.
        operations: What is wanted.
        folder: Where to write; else a folder that is soon gone.
    """
    if folder is None:
        with TemporaryDirectory() as temporary:
            return reader(files, operations, Path(temporary))
    texts = {"spec.yaml": files} if isinstance(files, str) else files
    root = next(iter(texts))
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = HEAD if name == root else ""
        path.write_text(head + dedent(text), encoding="utf-8")
    return read(folder / root, operations, shown=root)


def document(
    files: dict[str, str] | str,
    operations: Sequence[str] = (),
) -> Any:
    """As `reader`: the bundle."""
    return reader(files, operations).value


def problems_of(
    files: dict[str, str] | str,
    operations: Sequence[str] = (),
    folder: Path | None = None,
) -> tuple[Problem, ...]:
    """As `reader`, for files that can not be used: what is wrong with them."""
    with pytest.raises(Problems) as raised:
        reader(files, operations, folder)
    return raised.value.problems
