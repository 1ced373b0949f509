"""Where `fragmint diff` says less than calls and answers show, of two descriptions."""

from __future__ import annotations

import json
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from fragmint.comparing.changes import Change
from fragmint.comparing.compare import compare
from fragmint.comparing.severities import VERDICTS
from fragmint.diagnostics import Problems
from fragmint.support.errors import InvalidResponse

from .drift_edits import Patch, edited, patch_of, patched
from .drift_made import Maker
from .drift_packages import Package, packages
from .drift_types import conforms, unlike
from .drift_values import is_described, within
from .drift_values import values as drawn
from .shrinking import shrunk

__all__ = ["Lie", "Lies", "Tally", "batch", "compared"]

_EDITS = 3
_PAIRS = [(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2), (0, 2), (3, 1)]
"""Which of a chain are compared."""
_INSTANCES = 40
_ASKED = 0.2
"""The part of what is major of which it is asked whether anything shows it."""
_MORE = 5
"""How often more values are tried before what is major is counted as a false alarm."""
_SHRUNK = 4
_SECONDS = 90
_WORDS = {"docs", "docs-received", "default-told", "deprecated", "not-deprecated"}
_QUIET = _WORDS | {"inside", "otherwise", "samples-changed", "made-otherwise"}
"""Kinds of changes that say nothing of what is refused."""
_ELSEWHERE = {"reading-beside", "type-narrower"}
"""Kinds that say that what is not described, or not any more, is read otherwise."""


@dataclass(frozen=True)
class Lie:
    """What is different, and what was said; all of it shrunk.

    Attributes:
        way: How it is shown; docs/fuzzing.md has all of them.
        value: What was called with, by its places, or what came.
        shown: What became of it, in words.
    """

    way: str
    old: Any
    patch: Patch
    value: Any
    shown: str
    said: str

    def __str__(self) -> str:
        new = patched(self.old, self.patch)
        lines = [
            f"way       {self.way}",
            f"old       {json.dumps(self.old)}",
            *(f"edit      {json.dumps(step)}" for step in self.patch),
            f"new       {json.dumps(new)}",
            f"value     {json.dumps(self.value)}",
            *(f"shown     {line}" for line in self.shown.splitlines()),
            *(f"said      {line}" for line in self.said.splitlines()),
        ]
        return "\n".join(lines)


@dataclass
class Tally:
    """What a batch came to.

    Attributes:
        pairs: Pairs of descriptions, of which packages were made.
        values: Calls and answers that were tried.
        none: Pairs of which nothing could be made.
        verdicts: What was said of the pairs.
        shown: Of pairs that are major, what showed that they are; "" if nothing did.
        alarms: Kinds that are breaking, in pairs that nothing shows to be.
        breaking: Kinds that are breaking, in all pairs.
        lies: What was found, shrunk.
        untold: More lies, of the same batch.
    """

    pairs: int = 0
    values: int = 0
    none: int = 0
    verdicts: Counter[str] = field(default_factory=Counter[str])
    shown: Counter[str] = field(default_factory=Counter[str])
    alarms: Counter[str] = field(default_factory=Counter[str])
    breaking: Counter[str] = field(default_factory=Counter[str])
    lies: list[Lie] = field(default_factory=list[Lie])
    untold: int = 0

    def add(self, other: Tally) -> None:
        """Count what `other` has, too."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def batch(base: int, number: int, wanted: int) -> Tally:
    """Compare `wanted` chains of descriptions, each an edit of the one before.

    Args:
        base: The seed of all batches.
        number: Which of them this is.
        wanted: How many chains.
    """
    tally = Tally()
    for index in range(wanted):
        random = Random(f"{base} {number} {index}")
        compared(chained(random), random, tally)
    return tally


def chained(random: Random) -> list[Any]:
    """Descriptions, each an edit of the one before."""
    chain = [Maker(random).description()]
    for _ in range(_EDITS):
        chain.append(edited(chain[-1], random))
    return chain


def compared(chain: list[Any], random: Random, tally: Tally) -> None:
    """Hold what is said of each pair of a chain against what it does."""
    found: list[tuple[tuple[Any, Any], tuple[str, Any, str]]] = []
    try:
        with packages(*chain) as made:
            values = [[*drawn(one.description, random, _INSTANCES)] for one in made]
            for old, new in _PAIRS:
                both = [*values[old], *values[new]]
                lie = _compare(made[old], made[new], both, random, tally)
                if lie is not None:
                    found.append(((chain[old], chain[new]), lie))
    except Problems:
        tally.none += 1
    except Exception as error:  # what cannot be made, is told
        for pair in pairwise(chain):
            if any(way == "error" for way, _, _ in Lies().of(*pair, {})):
                found.append((pair, ("error", {}, _error(error))))
                break
        else:
            raise
    for pair, (way, value, shown) in found:
        _tell(tally, pair, way, value, shown)


def _compare(
    old: Package, new: Package, values: list[Any], random: Random, tally: Tally
) -> tuple[str, Any, str] | None:
    """The lie that is told of a pair, if any is found."""
    said = Said(compare(old.surface, new.surface))
    tally.pairs += 1
    tally.verdicts[said.verdict] += 1
    for one in within(values):
        for way, shown in _ways((old, new), one):
            return way, one, shown
    # To show what is told is slow, and asked of some only.
    if said.verdict == "major" and random.random() > _ASKED:
        return None
    found = _first((old, new), values, said, tally)
    if said.verdict != "major":
        return found
    for _ in range(_MORE):
        if not found:
            for one in (old, new):
                more = [*drawn(one.description, random, _INSTANCES)]
                found = found or _first((old, new), more, said, tally)
    tally.breaking.update(said.breaking)
    tally.shown[found[0] if found else ""] += 1
    if not found:
        tally.alarms.update(said.breaking)
    return None


def _tell(
    tally: Tally, pair: tuple[Any, Any], way: str, value: Any, shown: str
) -> None:
    if len(tally.lies) >= _SHRUNK:
        tally.untold += 1
        return
    start, known = [pair[0], patch_of(*pair)], Lies()

    def is_lie(both: Any, one: Any) -> bool:
        return any(w == way for w, _, _ in known.of(both[0], patched(*both), one))

    if patched(*start) != pair[1] or not is_lie(start, value):
        start = [pair[0], [[[key], [one]] for key, one in pair[1].items()]]
    (old, patch), value = shrunk(start, value, _guarded(is_lie), _SECONDS)
    again = [*known.of(old, patched(old, patch), value)]
    shown, said = next(((s, t) for w, s, t in again if w == way), (shown, ""))
    tally.lies.append(Lie(way, old, patch, value, shown, said))
    known.close()


def _guarded(is_lie: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """What is smaller need not be a description any more."""

    def guarded(both: Any, one: Any) -> bool:
        try:
            return is_lie(both, one)
        except Exception:  # noqa: BLE001  # whatever it is, it is no lie
            return False

    return guarded


@dataclass(frozen=True)
class Said:
    """What is told of a pair."""

    changes: tuple[Change, ...]

    @property
    def verdict(self) -> str:
        """What it makes of a version; the gravest change stands first."""
        return VERDICTS[self.changes[0].severity] if self.changes else "none"

    @property
    def kinds(self) -> set[str]:
        """All that there are."""
        return {one.kind for one in self.changes}

    @property
    def breaking(self) -> set[str]:
        """Those that break a caller."""
        return {one.kind for one in self.changes if one.severity == "breaking"}

    def is_lie(self, way: str, shown: str = "") -> bool:
        """Whether it says less than is shown in this way."""
        match way:
            case "proof":
                return True
            case "refused" if "field-added" in self.kinds and "extra=" in shown:
                return False  # what was given so may have a name of its own now
            case "taken":
                return self.kinds <= _QUIET
            case "sent":
                return self.kinds <= _QUIET - {"otherwise"}
            case "read" if self.kinds & _ELSEWHERE:
                return False
            case _:
                return self.verdict != "major"

    def __str__(self) -> str:
        told = [f"{one.severity} {one.kind}: {one.sentence}" for one in self.changes]
        return "\n".join([self.verdict, *told])


class Lies:
    """Finds the lies that are told of pairs; the last pair is kept."""

    def __init__(self) -> None:
        self._key = ""
        self._stack = ExitStack()
        self._made: list[Package] = []

    def close(self) -> None:
        """Forget the last pair."""
        self._stack.close()
        self._key = ""

    def of(self, old: Any, new: Any, value: Any) -> Iterator[tuple[str, str, str]]:
        """How `value` shows that what is said of a pair is a lie: the way, what became
        of it, and what was said.

        Raises:
            Problems: one of the descriptions is none.
        """
        try:
            key = json.dumps([old, new])
            if self._key != key:
                self.close()
                self._made = self._stack.enter_context(packages(old, new))
                self._key = key
            before, after = self._made
            said = Said(compare(before.surface, after.surface))
            for way, shown in _ways((before, after), value) if value else ():
                if said.is_lie(way, shown):
                    yield way, shown, str(said)
        except Problems:
            raise
        except Exception as error:  # noqa: BLE001  # as above
            yield "error", _error(error), ""


def _error(error: Exception) -> str:
    """What it is, and where it came from."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.name})"


def _first(
    made: tuple[Package, Package], values: list[Any], said: Said, tally: Tally
) -> tuple[str, Any, str] | None:
    """The first value that shows a change, if it is major; else a lie."""
    is_major = said.verdict == "major"
    for value in values:
        tally.values += 1
        for way, shown in _ways(made, value):
            if said.is_lie(way, shown) or (is_major and way != "taken"):
                return way, value, shown
    return None


def _ways(made: tuple[Package, Package], value: Any) -> Iterator[tuple[str, str]]:
    """In which ways both packages treat a value otherwise, with what is shown."""
    with warnings.catch_warnings(action="ignore"):  # what is advised is no matter
        if "checked" in value:
            yield from _proved(made, value["checked"])
        elif "came" in value:
            yield from _read(made, value["came"])
        else:
            yield from _sent(made, value["given"])


def _proved(made: tuple[Package, Package], checked: Any) -> Iterator[tuple[str, str]]:
    """Where a check refuses a value, and it is said that it refuses no more."""
    old, new = made
    for name in sorted(old.checks.keys() & new.checks.keys()):
        is_more = old.passes(name, checked) and not new.passes(name, checked)
        if is_more and new.refuses_no_more(name, old):
            yield "proof", f"{name} refuses it"


def _sent(made: tuple[Package, Package], given: Any) -> Iterator[tuple[str, str]]:
    old, new = made
    for call in old.calls(given):
        was, now = old.done(call), new.done(call)
        match was, now:
            case tuple(), str():
                yield "refused", f"{call}\n{now}"
            case str(), tuple():
                yield "taken", f"{call}\n{was}"
            case tuple(), tuple():
                request = new.called(call)
                hints = new.hints(new.request).items()
                if not all(conforms(getattr(request, n), h, new) for n, h in hints):
                    yield "typed", call
                elif was != now:
                    yield "sent", f"{call}\n{was}\n{now}"
            case _:
                pass
    for call in new.calls(given):
        was, now = old.done(call), new.done(call)
        if isinstance(was, str) and isinstance(now, tuple):
            yield "taken", f"{call}\n{was}"


def _read(made: tuple[Package, Package], came: Any) -> Iterator[tuple[str, str]]:
    old, new = made
    before, after = (is_described(one.description, came) for one in made)
    if not after:
        return
    was, now = old.got(came), new.got(came)
    if isinstance(now, InvalidResponse):
        if not isinstance(was, InvalidResponse):
            yield "read", str(now)
    elif (other := unlike(was, now)) is None:
        return
    elif not conforms(now, old.returned, old):
        yield "answer", f"{now!r} is no {old.returned}"
    elif before:
        yield "read", other
