"""Where a pointer leads: the lines of the description that a broken rule stands in."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from ..config import Target
from ..diagnostics import (
    Place,
    Problem,
    Problems,
    around,
    did_you_mean,
    is_long,
)
from ..reading import JSON, Pointer, Source, source_at
from ..reading.pointers import from_fragment, resolve, step, to_fragment

__all__ = ["explain"]

_MOST = 24
"""Lines that are shown at once."""
_PLACES = 5
"""How many things of one name are shown."""
_NAMING = ("properties", "schemas", "definitions", "$defs")
"""Where names stand, for `Violation.source`; parameters are called as they say."""


def explain(targets: Iterable[Target], written: str) -> str:
    """The lines of a description that a pointer leads to, or that a name is that of.

    Args:
        targets: Whose descriptions may be meant; else the file is looked for here.
        written: A pointer as violations and check functions have it, such as
            ``spec/common.yaml#/components/schemas/CallSid/pattern``; or what a
            violation prints, ``spec/common.yaml, CallSid``, also in its brackets or at
            the end of its line.

    Raises:
        Problems: it leads to nothing.
    """
    targets = [*targets]
    for one in _meanings(written):
        file, hash_, fragment = one.rpartition("#")  # a file's name can have one, too
        if sources := _sources(targets, file):
            return _first(sources, partial(_at, one, fragment))
        of, comma, name = one.partition(", ")
        if comma and (sources := _sources(targets, of)):
            return _first(sources, partial(_called, name))
    file, hash_, _ = written.rpartition("#")
    if not hash_ and _sources(targets, written):
        message = f"what in {written}?"
        hint = f"{written}, Name; or the violation's pointer: {written}#/paths/…"
        raise Problems([Problem("unknown-ref", message, None, hint)])
    message = f"there is no description {file or written!r}, here or of a target"
    hint = "write it as a violation does: file.yaml, Name; or file.yaml#/components/…"
    raise Problems([Problem("missing-file", message, None, hint)])


def _meanings(written: str) -> Iterator[str]:
    """What may be meant: all of it, or what is in brackets that end with it."""
    yield written
    line = written.strip()
    if line.endswith(")"):
        yield from (line[at + 1 : -1] for at, one in enumerate(line) if one == "(")


def _sources(targets: Iterable[Target], file: str) -> list[Source]:
    """The files that may be meant by the name of one."""
    meant = dict.fromkeys([*_meant(targets, file), (Path(file), ())]) if file else ()
    found = (source_at(path, str(path), overlays) for path, overlays in meant)
    return [one for one in found if one is not None]


def _first(sources: Iterable[Source], shown: Callable[[Source], str]) -> str:
    """What is `shown` of the first of the sources that has it.

    Raises:
        Problems: None has; it is what is said of the first.
    """
    failures: list[Problems] = []
    for source in sources:
        try:
            return shown(source)
        except Problems as error:
            failures.append(error)
    raise failures[0]


def _meant(
    targets: Iterable[Target], file: str
) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """The files of targets that may be meant, and what is applied to each."""
    for target in targets:
        path = target.base / file.removeprefix(target.prefix)
        is_root = os.path.normpath(path) == os.path.normpath(target.spec)
        yield path, target.overlays if is_root else ()


def _at(written: str, fragment: str, source: Source) -> str:
    """The lines that a fragment of a source leads to."""
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
    return _lines(*source.written(way))


def _called(name: str, source: Source) -> str:
    """The lines of all that has this name in a source."""
    named = [way for known, way in _named(source.value) if known == name]
    top = source.value if isinstance(source.value, dict) else {}
    if not named and name in top:  # of a file that is nothing but schemas
        named = [(name,)]
    if not named:
        others = (known for known, _ in _named(source.value))
        close = did_you_mean(name, [*others, *top])
        hint = f"did you mean {close}?" if close else "give the violation's pointer"
        message = f"nothing is called {name} in {source.shown}"
        raise Problems([Problem("unknown-ref", message, None, hint)])
    parts = [_lines(*at) for way in named[:_PLACES] for at in _written(source, way)]
    if len(named) > _PLACES:
        more = len(named) - _PLACES
        parts.append(f"… and {more} more: give the violation's pointer\n")
    return "\n".join(parts)


def _named(value: JSON, way: Pointer = ()) -> Iterator[tuple[str, Pointer]]:
    """All that has a name by which violations tell it."""
    for key, one in _items(value):
        if way and way[-1] in _NAMING and isinstance(key, str):
            yield key, (*way, key)
        elif way and way[-1] == "parameters" and isinstance(one, dict):
            name = one.get("name")
            if isinstance(name, str):
                yield name, (*way, key)
        yield from _named(one, (*way, key))


def _items(value: JSON) -> Iterable[tuple[str | int, JSON]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _written(source: Source, way: Pointer) -> Iterator[tuple[Source, Pointer]]:
    """Where a value was written, and what of it in another file: an overlay."""
    file, at = source.written(way)
    yield file, at
    left = [way]
    while left:
        above = left.pop()
        for key, _ in _items(resolve(source.value, above)[0]):
            inner = (*above, key)
            if source.written(inner)[0] is file:
                left.append(inner)
            else:
                yield source.written(inner)


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
    place = source.place(pointer, key=True)
    if whole[0] == whole[1] and is_long(place.text):
        return _laid_out(source, pointer, place)
    column = place.column - 1
    shown = [f"{Path(source.shown).as_posix()}:{marked[0]}"]
    for number in range(first, min(last, len(text)) + 1):
        mark = ">" if whole != marked and marked[0] <= number <= marked[1] else " "
        line = around(text[number - 1], column if number == marked[0] else 0)
        shown.append(f"{mark} {number:>{width}} | {line}".rstrip())
    return "\n".join(shown) + "\n"


def _laid_out(source: Source, pointer: Pointer, place: Place) -> str:
    """As `_lines`, of what stands in one line: as JSON that has more of them."""
    value = resolve(source.value, pointer)[0]
    whole: JSON = value
    key = None
    if pointer and isinstance(value, dict):
        whole = {str(pointer[-1]): value}
    elif pointer:
        whole, key = resolve(source.value, pointer[:-1])[0], pointer[-1]
    lines: list[str] = []
    first = 0
    last = next((name for name, _ in reversed([*_items(whole)])), None)
    for name, one in _items(whole):
        part = {name: one} if isinstance(whole, dict) else [one]
        found = json.dumps(part, indent=2, ensure_ascii=False).split("\n")[1:-1]
        if name == key:
            first = max(0, len(lines) - _MOST // 3)
        found[-1] += "" if name == last else ","
        lines += [f"{'>' if name == key else ' '} {around(line, 0)}" for line in found]
    shown = [f"{Path(source.shown).as_posix()}:{place.line}:{place.column}"]
    shown += lines[first : first + _MOST]
    if len(lines) > first + _MOST:
        shown.append("  …")
    return "\n".join(shown) + "\n"
