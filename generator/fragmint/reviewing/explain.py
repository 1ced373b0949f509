"""Where a pointer leads: the lines of the description that a broken rule stands in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from ..config import Target
from ..diagnostics import Problem, Problems, did_you_mean
from ..reading import Pointer, Source, source_at
from ..reading.pointers import from_fragment, resolve, to_fragment

__all__ = ["explain"]

_MOST = 24
"""Lines that are shown at once."""


def explain(targets: Iterable[Target], written: str) -> str:
    """The lines of a description that a pointer leads to.

    Args:
        targets: Whose descriptions may be meant; else the file is looked for here.
        written: A pointer as violations and check functions have it, such as
            ``spec/common.yaml#/components/schemas/CallSid/pattern``.

    Raises:
        Problems: it leads to nothing.
    """
    file, *fragments = written.rsplit("#", 1)  # a file's name can have one, too
    fragment = "".join(fragments)
    sources = [
        source
        for path, overlays in dict.fromkeys([*_meant(targets, file), (Path(file), ())])
        if file and (source := source_at(path, str(path), overlays)) is not None
    ]
    for source in sources:
        with suppress(KeyError, ValueError):
            pointer = resolve(source.value, from_fragment(fragment))[1]
            return _lines(*source.written(pointer))
    if sources:
        close = did_you_mean(f"#{fragment}", list(_pointers(sources[0])))
        hint = f"did you mean {close}?" if close else None
        message = f"nothing is defined at {written}"
        raise Problems([Problem("unknown-ref", message, None, hint)])
    message = f"there is no description {file or written!r}, here or of a target"
    hint = "write it as a violation does: file.yaml#/components/schemas/…"
    raise Problems([Problem("missing-file", message, None, hint)])


def _meant(
    targets: Iterable[Target], file: str
) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """The files of targets that may be meant, and what is applied to each."""
    for target in targets:
        path = target.base / file.removeprefix(target.prefix)
        is_root = os.path.normpath(path) == os.path.normpath(target.spec)
        yield path, target.overlays if is_root else ()


def _pointers(source: Source) -> Iterable[str]:
    """The pointers of a file, those that are not too deep."""
    waiting: list[tuple[Pointer, object]] = [((), source.value)]
    for pointer, value in waiting:
        yield to_fragment(pointer)
        if isinstance(value, dict) and len(waiting) < 10_000:
            waiting += [((*pointer, name), one) for name, one in value.items()]


def _lines(source: Source, pointer: Pointer) -> str:
    """What stands at `pointer`: of a keyword, the schema that it is in."""
    value = resolve(source.value, pointer)[0]
    marked = source.lines(pointer)
    whole = marked if isinstance(value, dict) else source.lines(pointer[:-1])
    first, last = whole
    if last - first >= _MOST:  # the keyword, and what is around it
        first = max(first, marked[0] - _MOST // 3)
        last = min(last, first + _MOST)
    width = len(str(last))
    text = source.text.split("\n")
    shown = [f"{Path(source.shown).as_posix()}:{marked[0]}"]
    for number in range(first, min(last, len(text)) + 1):
        mark = ">" if whole != marked and marked[0] <= number <= marked[1] else " "
        shown.append(f"{mark} {number:>{width}} | {text[number - 1]}".rstrip())
    return "\n".join(shown) + "\n"
