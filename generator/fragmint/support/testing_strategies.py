"""Requests that satisfy every rule of the description, as strategies of Hypothesis.

The rules are known to the validators, and to them alone; so they are asked. A request
of values that go to extremes is built first, and what is refused tells the rules of
each field. These say what is drawn from then on. What a draw breaks all the same, the
rules among several fields before all, is drawn anew until nothing is refused.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from math import inf
from typing import Any, TypeAlias

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .fields import Fields
from .formats import matches, patterns
from .models import MASKED
from .plain import plain
from .requests import Request
from .testing_making import DEEPEST, Known, Maker, Path
from .testing_rules import Rules, limits, matching, scalar
from .testing_types import Member, members_of
from .violations import Advice, Choices, Found, InvalidRequest, Violation

Broken: TypeAlias = tuple[Path, str, Any]
"""Where what was refused stands, the keyword, and its limit."""


_ROUNDS = 20
"""How often what is refused is drawn anew."""
_PATIENCE = 8
"""How often a value is, before it is left out if it can be."""
_HOPELESS = 25
"""How many requests are given up before it is said that none is valid."""


class _Given(dict[str, SearchStrategy[Any]]):
    """The strategies that fields are given, and what became of what they draw."""

    _missed: float = 0

    def __init__(self, given: Mapping[str, SearchStrategy[Any]]) -> None:
        super().__init__(given)
        self._refused: dict[tuple[Path, str], Violation] = {}

    def has(self, path: Path) -> bool:
        """Whether what is at `path` is drawn by one of them."""
        return bool(path) and path[0] in self

    def met(self) -> None:
        """Some request is valid: then let Hypothesis judge how often one is."""
        if self._missed < _HOPELESS:
            self._missed = -inf

    def miss(self, refused: Sequence[Violation]) -> None:
        """Note that a request is given up, for what is `refused` of it in the end."""
        self._missed += 1
        self._refused |= {(one.path, one.rule): one for one in refused}

    def judge(self, kind: Any) -> None:
        """Say what is wrong where no request will be valid.

        Raises:
            ValueError: One was given up time and again, and never not.
        """
        if self._missed >= _HOPELESS:
            found = self._refused.values()
            what = "all that is drawn"
            if all(self.has(one.path) for one in found):
                names = ", ".join(sorted({str(one.path[0]) for one in found}))
                what = f"what the strategy for {names} draws"
            lines = "".join(f"\n  {one}" for one in found)
            raise ValueError(
                f"{kind.__name__}: {what} is refused time and again:{lines}"
            )


def strategy(kind: Any) -> Callable[..., SearchStrategy[Request[Any]]]:
    """What makes the strategies that draw requests of `kind`."""

    def requests(**given: Any) -> SearchStrategy[Request[Any]]:
        unknown = given.keys() - {one.name for one in members_of(kind)}
        if unknown:
            raise TypeError(f"{kind.__name__} has no field {min(unknown)!r}")
        for name, one in given.items():
            if not isinstance(one, SearchStrategy):
                raise TypeError(
                    f"{kind.__name__}: {name} must be a strategy, not"
                    f" {type(one).__name__}: write just(…) of hypothesis.strategies"
                )
        own = _Given(given)
        # To ask takes time, and Hypothesis looks at how much of it drawing takes.
        return st.deferred(lambda: _drawn(kind, _known_of(kind), own))

    return requests


@st.composite
def _drawn(draw: DrawFn, kind: Any, known: Known, given: _Given) -> Request[Any]:
    drawing = _Drawing(draw, known, given)
    rounds = tries = drawn = 0
    while True:
        request: Request[Any] = drawing.model(kind, (), ())
        refused, advised = _broken(request)
        # Who gives a field need not take advice about it.
        broken = refused or [one for one in advised if not given.has(one.path)]
        rounds += 1
        if not broken or (rounds == _ROUNDS and not refused):
            given.met()
            return request
        if rounds == _ROUNDS:
            given.miss(refused)
            tries, drawn = tries + 1, drawn + drawing.drawn
            # Where there is little to choose, Hypothesis has tried all of it by then.
            if tries == _HOPELESS or drawn >= _ROUNDS:
                given.judge(kind)
                reject()
            drawing, rounds = _Drawing(draw, known, given), 0
            continue
        drawing.mend(broken)


def _broken(request: Request[Any]) -> tuple[Sequence[Violation], Sequence[Violation]]:
    """What is refused of `request`, and what is advised against in one that is not."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", Advice)
        try:
            request.build("https://example.com", {})
        except InvalidRequest as error:
            return error.violations, ()
    advice = [one.message for one in told]
    return (), [one.violation for one in advice if isinstance(one, Advice)]


@cache
def _known_of(kind: Any) -> Known:
    """What the validators tell when they are asked."""
    others = dict(patterns)
    patterns.clear()
    matches.clear()  # so that they are compiled again
    rules = _rules_of(kind)
    matched = tuple(patterns.values())
    patterns.update(others)
    return Known(rules, matched)


def _rules_of(kind: Any) -> Mapping[Path, Rules]:
    found: dict[Path, dict[tuple[str, str], tuple[str, Any]]] = {}
    for extreme in range(_EXTREMES):
        probe = _Probe(extreme)
        request = probe.model(kind, (), ())
        for path, keyword, limit in _explained(_broken(request)[0], probe.values):
            key = probe.keys.get(path)
            if key is not None and keyword not in _MOMENTARY:
                rule = keyword, limit
                found.setdefault(key, {})[keyword, repr(limit)] = rule
    return {key: tuple(rules.values()) for key, rules in found.items()}


_MOMENTARY = frozenset(
    """additionalProperties anyOf contains depth discriminator false items maxContains
    minContains not oneOf propertyNames unevaluatedItems
    unevaluatedProperties""".split()
)
"""Keywords that say nothing of a value that would hold whatever the rest is."""


def _explained(
    refused: Sequence[Violation], values: Mapping[Path, Any], above: Path = ()
) -> Iterator[Broken]:
    """What was refused, and of unions what their nearest branch refuses."""
    for one in refused:
        path = (*above, *one.path)
        yield path, one.rule, one.limit
        if isinstance(one.limit, Choices) and len(above) < DEEPEST * 2:
            value = values.get(path) if one.value is MASKED else one.value
            yield from _explained(_nearest(one.limit, plain(value)), values, path)


def _nearest(choices: Choices, value: Any) -> list[Violation]:
    found: list[list[Violation]] = []
    for check in choices.checks.values():
        if check is not None:
            check(value, trial := Found(Fields("", {})))
            if trial.violations:
                found.append(trial.violations)

    def distance(broken: list[Violation]) -> tuple[int, int, int]:
        rules = [one.rule for one in broken]
        tags = rules.count("const") + rules.count("enum")
        return tags + rules.count("type"), rules.count("required"), len(rules)

    return min(found, key=distance) if found else []


class _Drawing(Maker):
    """Values are drawn, and stay as they are until they are refused."""

    def __init__(
        self, draw: DrawFn, known: Known, given: Mapping[str, SearchStrategy[Any]]
    ) -> None:
        super().__init__(known)
        self._ask = draw
        self.drawn = 0
        self._given = given
        self._chosen: dict[tuple[str, Path], Any] = {}
        self._doubted: set[Path] = set()
        self._refusals: dict[Path, int] = {}

    def _draw(self, strategy: SearchStrategy[Any]) -> Any:
        self.drawn += 1
        return self._ask(strategy)

    def mend(self, refused: Sequence[Violation]) -> None:
        """Forget what was refused, and keep to its rules from now on."""
        for path, keyword, limit in [*_explained(refused, self.values)]:
            match keyword:
                case "required" | "dependentRequired":
                    self._demand(path, "required", None)
                case "discriminator":
                    self._demand(path, "required", None)
                    self._demand(path, "enum", limit)
                case "items" | "unevaluatedItems":
                    self._demand(path[:-1], "maxItems", path[-1])
                    self._forget(path[:-1], "length")
                case "false" | "additionalProperties" | "unevaluatedProperties":
                    self._demand(path, "false", None)
                case "propertyNames":
                    self._forget(path[:-1])
                case _:
                    self._demand(path, keyword, limit)
                    self._forget(path)
                    self._doubt(path)
            self._give_up(path)

    def _doubt(self, path: Path) -> None:
        """Of what is refused as a whole, other fields are needed, or none."""
        self._doubted.add(path)
        for at in [*self._local]:
            if at[:-1] == path and at:
                rules = self._local[at]
                self._local[at] = tuple(one for one in rules if one[0] not in _PRESENCE)

    def _presence(self, path: Path, key: Path) -> Rules:
        if path[:-1] in self._doubted:
            return self._local.get(path, ())
        return super()._presence(path, key)

    def _give_up(self, path: Path) -> None:
        """Leave out what is refused time and again, where it can be left out."""
        self._refusals[path] = self._refusals.get(path, 0) + 1
        if self._refusals[path] > _PATIENCE:
            above = [path[:end] for end in range(len(path), 0, -1)]
            spare = next((one for one in above if one in self.spare), None)
            if spare is not None:
                self._demand(spare, "false", None)

    def _demand(self, path: Path, keyword: str, limit: Any) -> None:
        rules = self._local.get(path, ())
        if not any(one == keyword and repr(had) == repr(limit) for one, had in rules):
            self._local[path] = (*rules, (keyword, limit))

    def _forget(self, path: Path, what: str | None = None) -> None:
        for known, at in [*self._chosen]:
            if at[: len(path)] == path and what in (None, known):
                del self._chosen[known, at]

    def _once(self, what: str, path: Path, choose: Callable[[], Any]) -> Any:
        if (what, path) not in self._chosen:
            self._chosen[what, path] = choose()
        return self._chosen[what, path]

    def _wanted(self, one: Member, path: Path, key: Path) -> bool:
        given = len(path) == 1 and one.name in self._given
        return given or super()._wanted(one, path, key)

    def _value(self, types: tuple[Any, ...], path: Path, key: Path) -> Any:
        if len(path) == 1 and (own := self._given.get(str(path[0]))) is not None:
            return self._once("given", path, lambda: self._ask(own))
        return super()._value(types, path, key)

    def present(self, path: Path) -> bool:
        def choose() -> bool:
            share: int = self._once("share", path[:-1], lambda: self._index(4))
            if limits(self._rules(path[:-1], self.keys[path[:-1]]), "minProperties"):
                share = 3
            if len(path) > DEEPEST:
                return False
            return share > 0 and self._index(4) >= 4 - share  # shrinks to nothing

        return bool(self._once("present", path, choose))

    def which(self, path: Path, many: int) -> int:
        return int(self._once("which", path, lambda: self._index(many)))

    def length(self, path: Path, least: int, most: int, item: Any) -> int:
        def choose() -> int:
            more = 0 if len(path) > 2 * DEEPEST else min(most - least, 3)
            return least + self._index(more + 1)

        return int(self._once("length", path, choose))

    def leaf(self, kind: Any, path: Path, rules: Rules) -> Any:
        def choose() -> Any:
            if kind is str and not any(one in _TELLING for one, _ in rules):
                others = [None, None, None, *self._known.patterns]
                other = others[self._index(len(others))]
                if other is not None:
                    return self._draw(matching(other))
            local = self._local.get(path, ())
            for some in (rules, local, local[-1:]):
                drawn = scalar(kind, tuple(one for one in some if one[0] in _OF_LEAVES))
                if not drawn.is_empty:
                    return self._draw(drawn)
            return self._draw(scalar(kind, ()))

        return self._once("leaf", path, choose)

    def _index(self, many: int) -> int:
        return self._draw(_indexes(many)) if many > 1 else 0


_PRESENCE = frozenset({"dependentRequired", "false", "required"})
_OF_LEAVES = frozenset(
    """cookie exclusiveMaximum exclusiveMinimum format header maxLength maximum
    minLength minimum multipleOf pattern segment""".split()
)


_TELLING = frozenset({"pattern", "format", "maxLength"})
"""Keywords that leave no text as good as any other."""


@cache
def _indexes(many: int) -> SearchStrategy[int]:
    return st.integers(0, many - 1)


_EXTREMES = 8


class _Probe(Maker):
    """Values that break as many rules as they can: each time by another extreme."""

    def __init__(self, extreme: int) -> None:
        super().__init__(Known({}))
        self._extreme = extreme

    def present(self, path: Path) -> bool:
        return self._extreme > 0 and len(path) <= DEEPEST + 2

    def which(self, path: Path, many: int) -> int:
        return self._extreme % many if path[-1:] == ("|",) else 0

    def length(self, path: Path, least: int, most: int, item: Any) -> int:
        if len(path) > DEEPEST:
            return int(len(path) < 2 * DEEPEST)
        long = 3000 if item in (str, int, float, bool) else 2
        return (1, 0, 2, long, 1, 2, 1, 2)[self._extreme]

    def leaf(self, kind: Any, path: Path, rules: Rules) -> Any:
        if kind is str:
            if str(path[-1]).startswith("name "):
                return str(path[-1])
            return ("\1", "", "\1" * 5000, ".", "\1\1", "\0", "\1", "")[self._extreme]
        if kind in (int, float):
            return (0, -(10**30), 10**30, 0, 10**30 + 1, -7, 7, 1)[self._extreme]
        if kind is bool:
            return self._extreme % 2 == 0
        return _example(kind)


@cache
def _example(kind: Any) -> Any:
    from .testing_factories import example

    return example(kind)
