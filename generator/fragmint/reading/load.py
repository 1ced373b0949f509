"""A file's bytes -> a `Source`: its value, and where everything in it stands."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Literal, TypeAlias

from fragmint.diagnostics import Place, Problem, Problems, has_errors
from fragmint.reading import from_json, from_yaml
from fragmint.reading.encodings import decode
from fragmint.reading.faults import Fault, Spot, Stretch, TextError, descend
from fragmint.reading.pointers import JSON, Pointer, to_text

_Find: TypeAlias = Callable[[Pointer], tuple[Spot, bool]]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been read.

    Args:
        name: Its path below the root document's folder, with slashes.
        shown: Its path as problems print it.
        text: What it says, without a byte order mark.
        value: What that means; never to be changed, for aliases share their values.
        sha256: The digest of its bytes, in hexadecimal, but for what line ends a
            checkout has.
        problems: What is strange about its text, and does not stop the work.
    """

    name: str
    shown: str
    text: str
    value: JSON
    sha256: str
    problems: tuple[Problem, ...]
    _find: _Find = field(repr=False, compare=False)

    def written(self, pointer: Pointer, *, key: bool = False) -> tuple[Source, Pointer]:
        """The file that a value, or its key, is written in, and where in that."""
        return self, pointer

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        """Where a value stands.

        Args:
            pointer: The value; of what does not exist, the nearest thing around it.
            key: Whether its key is meant, for what has one.
        """
        spot, exact = self._find(pointer)
        stretch = spot.key if key and exact and spot.key else spot.value
        return place_of(self.shown, self.text, stretch, pointer)

    def spelling(self, pointer: Pointer) -> str:
        """What is written for a value, such as `08`, which is the number 8."""
        source, at = self.written(pointer)
        spot, _ = source._find(at)
        return source.text[slice(*spot.value)]

    def lines(self, pointer: Pointer) -> tuple[int, int]:
        """The first and the last line of a value and its key, from 1."""
        spot, _ = self._find(pointer)
        start, end = (spot.key or spot.value)[0], spot.value[1]
        starts = _line_starts(self.text)
        last = len(self.text[:end].rstrip())  # a block ends before the next begins
        return bisect_right(starts, start), bisect_right(starts, max(start, last - 1))


def load(name: str, shown: str, content: bytes) -> Source:
    """Read one file of a description.

    Args:
        name: Its path below the root document's folder, with slashes.
        shown: Its path as problems print it.
        content: Its bytes. What begins with `{` or is named `.json` is read as
            JSON, all else as YAML 1.2.

    Raises:
        Problems: It can not be read; all that was found wrong.
    """
    text, faults = decode(content)
    try:
        value, find = _parse(name, text, faults)
    except TextError as error:
        faults.extend(error.faults)
        raise Problems(_problem(shown, text, fault) for fault in faults) from error
    problems = tuple(_problem(shown, text, fault) for fault in faults)
    if has_errors(problems):
        raise Problems(problems)
    digest = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
    return Source(name, shown, text, value, digest, problems, find)


def _parse(name: str, text: str, faults: list[Fault]) -> tuple[JSON, _Find]:
    """The value of a text, and how to find places in it; what is strange is added."""
    found = _json(name, text, faults)
    if found is not None:
        return found[0], from_json.Finder(text).find
    value, spot, more = from_yaml.parse(text)
    faults.extend(more)
    return value, partial(descend, spot)


def place_of(shown: str, text: str, stretch: Stretch, pointer: Pointer = ()) -> Place:
    """The place of a stretch of a text: its first line, and no further.

    Args:
        shown: The file's path as it is to be printed.
        text: The whole text.
        stretch: Offsets into the text.
        pointer: The value that stands there.
    """
    start = min(stretch[0], len(text))
    number = bisect_right(_line_starts(text), start)
    line_start = _line_starts(text)[number - 1]
    line, width = _line(text, number)
    length = min(stretch[1], line_start + width) - start
    column = start - line_start + 1
    return Place(shown, number, column, to_text(pointer), line, max(1, length))


@lru_cache(maxsize=1024)
def _line(text: str, number: int) -> tuple[str, int]:
    """A line and its width without what is blank at its end."""
    # Kept, so that the problems of a file in one long line have that line in common.
    start = _line_starts(text)[number - 1]
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    return line, len(line.rstrip())


@lru_cache(maxsize=8)
def _line_starts(text: str) -> list[int]:
    # Kept, so that many problems in one file do not count its lines over and over.
    return [0, *(end.end() for end in re.finditer("\n", text))]


def _json(name: str, text: str, faults: list[Fault]) -> tuple[JSON] | None:
    """The value by JSON; None for what can only be YAML, if anything."""
    if not (name.endswith(".json") or text.lstrip().startswith(("{", "["))):
        return None
    try:
        value, found = from_json.parse(text)
    except TextError as error:
        fault = error.faults[0]
        if fault.code != "broken-json":
            raise
        if name.endswith(".json"):
            _check_yaml(text, error)
            faults.append(replace(fault, fatal=False))
        return None
    faults.extend(found)
    return (value,)


def _check_yaml(text: str, broken: TextError) -> None:
    """Complain about JSON as such, where it can not be taken for YAML either."""
    try:
        from_yaml.parse(text)
    except TextError:
        raise broken from None


def _problem(shown: str, text: str, fault: Fault) -> Problem:
    hint = fault.hint
    if hint is not None and fault.first is not None:
        hint = hint.format(line=bisect_right(_line_starts(text), fault.first))
    place = place_of(shown, text, fault.stretch)
    severity: Literal["error", "warning"] = "error" if fault.fatal else "warning"
    return Problem(fault.code, fault.message, place, hint, severity)
