"""Requests that satisfy every rule of the description, as strategies of Hypothesis.

The rules are known to the validators, and to them alone; so they are asked. A request
of values that go to extremes is built first, and what is refused tells the rules of
each field. These say what is drawn from then on. What a draw breaks all the same, the
rules among several fields before all, is drawn anew until nothing is refused.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .fields import Fields
from .models import MASKED
from .plain import plain
from .requests import Request
from .testing import Strategy
from .testing_rules import Rules, limits, scalar
from .testing_types import Member, is_model, members_of, options
from .violations import Advice, Choices, Found, InvalidRequest, Violation

__all__ = ["strategy"]

Q = TypeVar("Q", bound=Request[Any])
Path: TypeAlias = tuple[str | int, ...]
Known: TypeAlias = Mapping[Path, Rules]
Broken: TypeAlias = tuple[Path, str, Any]
"""Where what was refused stands, the keyword, and its limit."""

_ROUNDS = 25
"""How often what was refused is drawn anew."""
_PATIENCE = 8
"""How often a value is, before it is left out if it can be."""
_DEEPEST = 3
"""What can be left out is, within so many other models."""


def strategy(kind: type[Q]) -> Strategy[Q]:
    """What makes the strategies that draw requests of `kind`."""

    def requests(**given: SearchStrategy[Any]) -> SearchStrategy[Q]:
        unknown = given.keys() - {one.name for one in members_of(kind)}
        if unknown:
            raise TypeError(f"{kind.__name__} has no field {min(unknown)!r}")
        return _drawn(kind, given)

    requests.__name__ = f"requests_of_{kind.__name__}"
    return requests


@st.composite
def _drawn(draw: DrawFn, kind: type[Q], given: Mapping[str, SearchStrategy[Any]]) -> Q:
    drawing = _Drawing(draw, _rules_of(kind), given)
    for _ in range(_ROUNDS):
        request: Q = drawing.model(kind, (), ())
        refused = _refused(request)
        if not refused:
            return request
        drawing.mend(refused)
    reject()


def _refused(request: Request[Any]) -> tuple[Violation, ...]:
    """What is refused of `request`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Advice)
            request.build("https://example.com", {})
    except InvalidRequest as error:
        return error.violations
    return ()


@cache
def _rules_of(kind: type[Request[Any]]) -> Known:
    """What the validators demand of each field when they are asked."""
    found: dict[Path, dict[tuple[str, str], tuple[str, Any]]] = {}
    for extreme in range(_EXTREMES):
        probe = _Probe(extreme)
        request = probe.model(kind, (), ())
        for path, keyword, limit in _explained(_refused(request), probe.values):
            key = probe.keys.get(path)
            if key is not None and keyword not in _MOMENTARY:
                rule = keyword, limit
                found.setdefault(key, {})[keyword, repr(limit)] = rule
    return {key: tuple(rules.values()) for key, rules in found.items()}


_MOMENTARY = frozenset(
    """additionalProperties anyOf contains depth false items maxContains minContains not
    oneOf propertyNames unevaluatedItems unevaluatedProperties""".split()
)
"""Keywords that say nothing of a value that would hold whatever the rest is."""


def _explained(
    refused: Sequence[Violation], values: Mapping[Path, Any], above: Path = ()
) -> Iterator[Broken]:
    """What was refused, and of unions what their nearest branch refuses."""
    for one in refused:
        path = (*above, *one.path)
        yield path, one.rule, one.limit
        if isinstance(one.limit, Choices) and len(above) < _DEEPEST * 2:
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

    return min(found, key=distance, default=[])


class _Maker:
    """Makes a request out of values that a subclass chooses.

    A path says where in the request a value is; a key is a path without indexes and
    with the members of unions, so that what is known of the values there is theirs.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._local: dict[Path, Rules] = {}
        self.keys: dict[Path, Path] = {}
        self.values: dict[Path, Any] = {}
        self.spare: set[Path] = set()

    def model(self, kind: Any, path: Path, key: Path) -> Any:
        """A model, or the request as a whole, at `path`."""
        given: dict[str, Any] = {}
        for one in members_of(kind):
            step = one.name if not path else one.wire_name
            at, spot = (*path, step), (*key, step)
            self.keys[at] = spot
            if self._wanted(one, at, spot):
                given[one.name] = self._value(one.types, at, spot)
        return kind(**given)

    def _wanted(self, one: Member, path: Path, key: Path) -> bool:
        if not one.left_out:
            return True
        self.spare.add(path)
        rules = self._rules(path, key)
        if limits(rules, "false"):
            return False
        demanded = limits(rules, "required") or limits(rules, "dependentRequired")
        if demanded or not one.named:
            return bool(demanded) or self._is_choice(one)
        return self.present(path)

    def _is_choice(self, one: Member) -> bool:
        """Whether it says how the body is sent, and not what else is."""
        return all(get_origin(kind) is Literal for kind in one.types)

    def _value(self, types: tuple[Any, ...], path: Path, key: Path) -> Any:
        self.keys[path] = key
        rules = self._rules(path, key)
        allowed = _allowed(rules) or _allowed(self._local.get(path, ()))
        if allowed:
            made = allowed[self.which(path, len(allowed))]
        else:
            types = tuple(t for t in types if _is_of(t, rules)) or types
            if len(path) > 2 * _DEEPEST:
                types = tuple(t for t in types if not is_model(t)) or types
            number = self.which((*path, "|"), len(types))
            tag = (f"|{number}",) if len(types) > 1 else ()
            made = self._of(types[number], path, (*key, *tag))
        self.values[path] = made
        return made

    def _of(self, kind: Any, path: Path, key: Path) -> Any:
        origin, inner = get_origin(kind), get_args(kind)
        self.keys[path] = key
        if origin is Literal:
            return inner[self.which(path, len(inner))]
        if is_model(kind):
            return self.model(kind, path, key)
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(inner[1], path, key)
        if origin is not None and issubclass(origin, Sequence):
            return self._list(inner[0], path, key)
        if kind is Any:
            return self._anything(path, key)
        if kind is None or kind is type(None):
            return None
        return self.leaf(kind, path, self._rules(path, key))

    def _list(self, item: Any, path: Path, key: Path) -> list[Any]:
        rules = self._rules(path, key)
        least = max(limits(rules, "minItems"), default=0)
        ends = limits(rules, "maxItems")
        most = min(ends, default=max(least, 3))
        length = self.length(path, least, max(least, most), item)
        made: list[Any] = []
        for index in range(length):
            one = self._value(options(item), (*path, index), (*key, "*"))
            twice = limits(rules, "uniqueItems") and _key(one) in map(_key, made)
            if twice and len(made) >= least:
                break  # where it stands, another one would move
            made.append(one)
        return made

    def _mapping(self, value: Any, path: Path, key: Path) -> dict[str, Any]:
        rules = self._rules(path, key)
        least = max(limits(rules, "minProperties"), default=0)
        most = min(limits(rules, "maxProperties"), default=max(least, 2))
        names = {
            str(at[-1])
            for at, local in self._local.items()
            if at[:-1] == path and limits(local, "required")
        }
        length = self.length(path, max(least - len(names), 0), most, value)
        for index in range(length):
            place = (*path, f"name {index}")
            names.add(self.leaf(str, place, (("minLength", 1),)))
        return {
            name: self._value(options(value), (*path, name), (*key, name))
            for name in sorted(names)
            if not limits(self._local.get((*path, name), ()), "false")
        }

    def _anything(self, path: Path, key: Path) -> Any:
        rules = self._rules(path, key)
        kinds: dict[str, Any] = {
            "string": str,
            "integer": int,
            "number": float,
            "boolean": bool,
            "null": None,
            "object": Mapping[str, Any],
            "array": Sequence[Any],
        }
        wanted = [one for limit in limits(rules, "type") for one in _several(limit)]
        fitting = [kinds[one] for one in wanted if one in kinds]
        if not fitting:
            fitting = [kinds["string"], kinds["integer"], kinds["boolean"]]
        chosen = self.which((*path, "|"), len(fitting))
        return self._of(fitting[chosen], path, key)

    def _rules(self, path: Path, key: Path) -> Rules:
        return self._known.get(key, ()) + self._local.get(path, ())

    def present(self, path: Path) -> bool:
        """Whether a field is given that can be left out."""
        raise NotImplementedError

    def which(self, path: Path, many: int) -> int:
        """Which of so many."""
        raise NotImplementedError

    def length(self, path: Path, least: int, most: int, item: Any) -> int:
        """How many items there are."""
        raise NotImplementedError

    def leaf(self, kind: Any, path: Path, rules: Rules) -> Any:
        """A value of a type that has no others in it."""
        raise NotImplementedError


def _allowed(rules: Rules) -> list[Any]:
    """The values that are listed, if any are."""
    listed = [list(_several(limit)) for limit in limits(rules, "enum")]
    listed += [[limit] for limit in limits(rules, "const")]
    first, *others = listed or [[]]
    return [
        one
        for one in first
        if all(_key(one) in map(_key, other) for other in others)
    ]


def _several(limit: Any) -> tuple[Any, ...]:
    return limit if isinstance(limit, tuple) else (limit,)


def _key(value: Any) -> str:
    return repr(plain(value))


_JSON: Mapping[Any, AbstractSet[str]] = {
    bool: {"boolean"},
    int: {"integer", "number"},
    float: {"number"},
    type(None): {"null"},
    Mapping: {"object"},
    Sequence: {"array"},
}


def _is_of(kind: Any, rules: Rules) -> bool:
    """Whether values of `kind` can be of the JSON types that the rules demand."""
    wanted = limits(rules, "type")
    known = get_origin(kind) or kind
    if not wanted or known in (Any, Literal):
        return True
    types = {"object"} if is_model(known) else _JSON.get(_general(known), {"string"})
    return any(types.intersection(_several(one)) for one in wanted)


def _general(kind: Any) -> Any:
    for general in (Mapping, Sequence):
        if kind is not str and kind is not bytes and isinstance(kind, type):
            if issubclass(kind, general):
                return general
    return kind


class _Drawing(_Maker):
    """Values are drawn, and stay as they are until they are refused."""

    def __init__(
        self, draw: DrawFn, known: Known, given: Mapping[str, SearchStrategy[Any]]
    ) -> None:
        super().__init__(known)
        self._draw = draw
        self._given = given
        self._chosen: dict[tuple[str, Path], Any] = {}
        self._refusals: dict[Path, int] = {}

    def mend(self, refused: Sequence[Violation]) -> None:
        """Forget what was refused, and keep to its rules from now on."""
        for path, keyword, limit in [*_explained(refused, self.values)]:
            match keyword:
                case "required" | "dependentRequired":
                    self._demand(path, "required", None)
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
            self._give_up(path)

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
            return self._once("given", path, lambda: self._draw(own))
        return super()._value(types, path, key)

    def present(self, path: Path) -> bool:
        def choose() -> bool:
            share = self._once("share", path[:-1], lambda: self._index(4))
            if len(path) > _DEEPEST:
                return False
            return share > 0 and self._index(4) < share

        return bool(self._once("present", path, choose))

    def which(self, path: Path, many: int) -> int:
        return int(self._once("which", path, lambda: self._index(many)))

    def length(self, path: Path, least: int, most: int, item: Any) -> int:
        def choose() -> int:
            more = 0 if len(path) > 2 * _DEEPEST else min(most - least, 3)
            return least + self._index(more + 1)

        return int(self._once("length", path, choose))

    def leaf(self, kind: Any, path: Path, rules: Rules) -> Any:
        def choose() -> Any:
            local = self._local.get(path, ())
            for some in (rules, local, local[-1:]):
                drawn = scalar(kind, tuple(one for one in some if one[0] in _OF_LEAVES))
                if not drawn.is_empty:
                    return self._draw(drawn)
            return self._draw(scalar(kind, ()))

        return self._once("leaf", path, choose)

    def _index(self, many: int) -> int:
        return self._draw(_indexes(many)) if many > 1 else 0


_OF_LEAVES = frozenset(
    """cookie exclusiveMaximum exclusiveMinimum format header maxLength maximum
    minLength minimum multipleOf pattern segment""".split()
)


@cache
def _indexes(many: int) -> SearchStrategy[int]:
    return st.integers(0, many - 1)


_EXTREMES = 8


class _Probe(_Maker):
    """Values that break as many rules as they can: each time by another extreme."""

    def __init__(self, extreme: int) -> None:
        super().__init__({})
        self._extreme = extreme

    def present(self, path: Path) -> bool:
        return self._extreme > 0 and len(path) <= _DEEPEST + 2

    def which(self, path: Path, many: int) -> int:
        return self._extreme % many if path[-1:] == ("|",) else 0

    def length(self, path: Path, least: int, most: int, item: Any) -> int:
        if len(path) > _DEEPEST:
            return int(len(path) < 2 * _DEEPEST)
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
