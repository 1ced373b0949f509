"""Where a pointer leads: the lines of the description that a broken rule stands in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..config import Target
from ..diagnostics import Problem, Problems, did_you_mean
from ..reading import JSON, Pointer, Source, source_at
from ..reading.pointers import from_fragment, resolve, step, to_fragment

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
    failures: list[Problems] = []
    for source in sources:
        try:
            pointer = _found(source, written, fragment)
        except Problems as error:
            failures.append(error)
        else:
            return _lines(*source.written(pointer))
    if failures:
        raise failures[0]
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


def _found(source: Source, written: str, fragment: str) -> Pointer:
    way: Pointer = ()
    value = source.value
    try:
        tokens = from_fragment(fragment)
    except ValueError as error:
        raise _nothing(written, str(error)) from None
    for token in tokens:
        try:
            value, exact = step(value, token)
        except KeyError:
            raise _nothing(written, _hint(way, value, token)) from None
        way = (*way, exact)
    return way


def _nothing(written: str, hint: str) -> Problems:
    message = f"nothing is defined at {written}"
    return Problems([Problem("unknown-ref", message, None, hint)])


def _hint(way: Pointer, value: JSON, token: str) -> str:
    """What to say where `value`, which stands at `way`, has no `token`."""
    known: list[str] = []
    if isinstance(value, dict):
        known = list(value)
    elif isinstance(value, list):
        known = [str(index) for index in range(len(value))]
    close = did_you_mean(token, known)
    if close:
        return f"did you mean {to_fragment((*way, close))}?"
    where = to_fragment(way) if way else "the document"
    return f"{where} has {', '.join(known) or 'nothing in it'}"


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
