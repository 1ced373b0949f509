"""Where `fragmint diff` says less than calls and answers show, of two descriptions."""

from __future__ import annotations

import json
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
from fragmint.comparing.report import Report, report, verdict
from fragmint.diagnostics import Problems
from fragmint.support.errors import InvalidResponse
from fragmint.support.violations import InvalidRequest

from .drift_edits import Patch, edited, patch_of, patched
from .drift_made import Maker
from .drift_packages import Package, conforms, packages, unlike
from .instances import instances
from .shrinking import shrunk

__all__ = ["Lie", "Tally", "batch", "compared", "lies"]

_INSTANCES = 40
_ASKED = 0.2
"""The part of what is major of which it is asked whether anything shows it."""
_MORE = 80
"""How many are tried before a verdict of major is counted as a false alarm."""
_SHRUNK = 4
_SECONDS = 90
_WORDS = {"docs", "docs-received", "default-told", "deprecated", "not-deprecated"}
_QUIET = _WORDS | {"inside", "otherwise", "samples-changed", "made-otherwise"}
"""Kinds of changes that say nothing of what is refused."""


@dataclass(frozen=True)
class Lie:
    """What is different, and what was said; all of it shrunk.

    Attributes:
        way: ``refused``, ``typed``, ``answer``, ``read``, ``taken``, ``sent``, ``error``.
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
    """Compare `wanted` pairs.

    Args:
        base: The seed of all batches.
        number: Which of them this is.
        wanted: How many pairs.
    """
    tally = Tally()
    for index in range(wanted):
        random = Random(f"{base} {number} {index}")
        old = Maker(random).description()
        new = old
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            new = edited(new, random)
        compared(old, new, random, tally)
    return tally


def compared(old: Any, new: Any, random: Random, tally: Tally) -> None:
    """Hold what is said of a pair against what it does."""
    try:
        with packages(old, new) as made:
            said = _report(made)
            # To show what is told is slow, and asked of some only.
            found = None
            if said.verdict != "major" or (is_asked := random.random() < _ASKED):
                found = _first(made, (old, new), said, random, tally)
    except Problems:
        tally.none += 1
        return
    except Exception as error:  # noqa: BLE001  # what cannot be compared, is told
        _tell(tally, (old, new), "error", {}, _error(error))
        return
    tally.pairs += 1
    tally.verdicts[said.verdict] += 1
    if said.verdict == "major" and is_asked:
        kinds = said.breaking
        tally.breaking.update(kinds)
        tally.shown[found[0] if found else ""] += 1
        if not found:
            tally.alarms.update(kinds)
    elif found and said.verdict != "major":
        _tell(tally, (old, new), *found)


def _tell(
    tally: Tally, pair: tuple[Any, Any], way: str, value: Any, shown: str
) -> None:
    if len(tally.lies) >= _SHRUNK:
        tally.untold += 1
        return
    start = [pair[0], patch_of(*pair)]

    def is_lie(both: Any, one: Any) -> bool:
        return any(w == way for w, _, _ in lies(both[0], patched(*both), one))

    if patched(*start) != pair[1] or not is_lie(start, value):
        start = [pair[0], [[[key], [one]] for key, one in pair[1].items()]]
    (old, patch), value = shrunk(start, value, _guarded(is_lie), _SECONDS)
    again = [*lies(old, patched(old, patch), value)]
    shown, said = next(((s, t) for w, s, t in again if w == way), (shown, ""))
    tally.lies.append(Lie(way, old, patch, value, shown, said))


def _guarded(is_lie: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """What is smaller need not be a description any more."""

    def guarded(both: Any, one: Any) -> bool:
        try:
            return is_lie(both, one)
        except Exception:  # noqa: BLE001  # whatever it is, it is no lie
            return False

    return guarded


@dataclass(frozen=True)
class _Said:
    report: Report

    @property
    def verdict(self) -> str:
        return verdict([self.report])

    @property
    def kinds(self) -> set[str]:
        return {one.kind for one in self.report.entries}

    @property
    def breaking(self) -> set[str]:
        return {one.kind for one in self.report.of("breaking")}

    def is_lie(self, way: str) -> bool:
        """Whether it says less than is shown in this way."""
        match way:
            case "taken":
                return self.kinds <= _QUIET
            case "sent":
                return self.kinds <= _QUIET - {"otherwise"}
            case "read" if "reading-beside" in self.kinds:
                return False
            case _:
                return self.verdict != "major"

    def __str__(self) -> str:
        told = [f"{one.severity} {one.kind}: {one.sentence}" for one in self.report.entries]
        return "\n".join([self.verdict, *told])


def _report(made: tuple[Package, Package]) -> _Said:
    old, new = made
    return _Said(report(old.compared, new.compared))


def lies(old: Any, new: Any, value: Any) -> Iterator[tuple[str, str, str]]:
    """How `value` shows that what is said of a pair is a lie: the way, what became of
    it, and what was said.

    Raises:
        Problems: one of the descriptions is none.
    """
    try:
        with packages(old, new) as made:
            said = _report(made)
            for way, shown in _ways(made, (old, new), value) if value else ():
                if said.is_lie(way):
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
    made: tuple[Package, Package],
    pair: tuple[Any, Any],
    said: _Said,
    random: Random,
    tally: Tally,
) -> tuple[str, Any, str] | None:
    """The first value that shows a change, if it is major; else one that shows a lie."""
    is_major = said.verdict == "major"
    values = {
        json.dumps(one): one
        for count in ((_INSTANCES, _MORE) if is_major else (_INSTANCES, _INSTANCES))
        for side in (0, 1)
        for one in _values(pair[side], random, count)
    }
    for value in values.values():
        tally.values += 1
        for way, shown in _ways(made, pair, value):
            if said.is_lie(way) or (is_major and way != "taken"):
                return way, value, shown
    return None


def _values(description: Any, random: Random, count: int) -> Iterator[Any]:
    """What may be ``given``, by its places, and what may have ``came``."""
    operation = _operation(description)
    given: dict[str, Any] = {}
    for one in operation.get("parameters", []):
        given.setdefault(one["in"], {})[one["name"]] = one["schema"]
    parts: dict[str, Any] = {
        place: {"type": "object", "properties": some, "required": [*some][:1]}
        for place, some in given.items()
    }
    if "requestBody" in operation:
        [body] = operation["requestBody"]["content"].values()
        parts["body"] = body["schema"]
    schema = {"type": "object", "properties": parts, "required": [*parts]}
    if parts:
        root = {"components": description["components"]}
        yield from ({"given": o} for o in instances(root | schema, random, count))
    answer = _answer(description)
    if answer is not None:
        yield from ({"came": one} for one in instances(answer, random, count))


def _operation(description: Any) -> dict[str, Any]:
    [item] = description["paths"].values()
    found: dict[str, Any] = item["post"]
    return found


def _answer(description: Any) -> dict[str, Any] | None:
    content = _operation(description)["responses"]["200"].get("content", {})
    for one in content.values():
        return {"components": description["components"]} | one["schema"]
    return None


def _ways(
    made: tuple[Package, Package], pair: tuple[Any, Any], value: Any
) -> Iterator[tuple[str, str]]:
    """In which ways a value is treated otherwise by both packages, with what is shown."""
    with warnings.catch_warnings(action="ignore"):  # what is advised is no matter
        if "came" in value:
            yield from _read(made, pair, value["came"])
        else:
            yield from _sent(made, value["given"])


def _sent(made: tuple[Package, Package], given: Any) -> Iterator[tuple[str, str]]:
    old, new = made
    for call in old.calls(given):
        was, now = _done(old, call), _done(new, call)
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
        was, now = _done(old, call), _done(new, call)
        if isinstance(was, str) and isinstance(now, tuple):
            yield "taken", f"{call}\n{was}"


def _done(package: Package, call: str) -> tuple[Any, ...] | str:
    """What goes out; or why nothing does."""
    try:
        return package.sent(package.called(call))
    except InvalidRequest as error:
        broken = "; ".join(f"{one.path} {one.rule}" for one in error.violations)
        return f"InvalidRequest: {broken}"
    except Exception as error:  # noqa: BLE001  # whatever it is, the caller sees it
        return f"{type(error).__name__}: {error}"


def _read(
    made: tuple[Package, Package], pair: tuple[Any, Any], came: Any
) -> Iterator[tuple[str, str]]:
    old, new = made
    before, after = (_described(one, came) for one in pair)
    if not after:
        return
    was, now = (_got(one, came) for one in made)
    if isinstance(now, InvalidResponse):
        if not isinstance(was, InvalidResponse):
            yield "answer", str(now)
    elif (other := unlike(was, now)) is None:
        return
    elif not conforms(now, old.returned, old):
        yield "answer", f"{now!r} is no {old.returned}"
    elif before:
        yield "read", other


def _got(package: Package, came: Any) -> Any:
    """What is read, or why nothing can be."""
    try:
        return package.got(came)
    except InvalidResponse as error:
        return error


def _described(description: Any, came: Any) -> bool:
    """Whether it is an answer as described."""
    schema = _answer(description)
    if schema is None:
        return False
    return bool(jsonschema_rs.Draft202012Validator(schema).is_valid(came))
