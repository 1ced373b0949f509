"""What the tests of `reading` share: files given as texts."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import pytest
from fragmint.diagnostics import Problem, Problems
from fragmint.reading import Description, read
from well_formed import complaints

HEAD = 'openapi: 3.1.1\ninfo: {title: T, version: "1"}\n'


def reader(
    files: dict[str, str] | str,
    operations: Sequence[str] = (),
    folder: Path | None = None,
    *,
    strict: bool = False,
) -> Description:
    """Write files and read them.

    Args:
        files: Their texts by their names, the root first; or the root alone. A root
            that is no description of its own gets the head of one.
        operations: What is wanted.
        folder: Where to write; else a folder that is soon gone.
        strict: Whether every warning is an error.
    """
    if folder is None:
        with TemporaryDirectory() as temporary:
            return reader(files, operations, Path(temporary), strict=strict)
    texts = {"spec.yaml": files} if isinstance(files, str) else files
    root = next(iter(texts))
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = HEAD if name == root and "openapi:" not in text else ""
        head = "" if text.startswith("swagger:") else head
        path.write_text(head + dedent(text), encoding="utf-8")
    return read(folder / root, operations, shown=root, strict=strict)


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
    *,
    strict: bool = True,
) -> tuple[Problem, ...]:
    """As `reader`, for files that can not be used: what is wrong with them."""
    with pytest.raises(Problems) as raised:
        reader(files, operations, folder, strict=strict)
    return raised.value.problems


def mended(files: dict[str, str] | str) -> tuple[Any, list[str]]:
    """As `reader`: the bundle, which is as is promised, and the warnings' messages."""
    description = reader(files)
    assert complaints(description.value) == []
    return description.value, [warning.message for warning in description.warnings]
