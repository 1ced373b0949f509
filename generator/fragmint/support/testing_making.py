"""Requests of values that are chosen elsewhere: drawn, or of one extreme."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Literal, NamedTuple, TypeAlias, get_args, get_origin

from .plain import plain
from .testing_rules import Rules, limits
from .testing_types import Member, is_model, members_of, options, shallowest

Path: TypeAlias = tuple[str | int, ...]

DEEPEST = 3
"""Within so many other models, what can be left out is."""


class Known(NamedTuple):
    """What the validators have told of an operation.

    `patterns` are those that a value was matched with for whatever reason: texts that
    match one are where rules among several fields begin.
    """

    rules: Mapping[Path, Rules]
    patterns: tuple[re.Pattern[str], ...] = ()


class Maker:
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
        self.keys[path] = key
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
        rules = self._presence(path, key)
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
            if len(path) > 2 * DEEPEST:
                flat = tuple(t for t in types if not is_model(t))
                types = shallowest(types) or flat or types
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
        length = self.length(path, max(least - len(names), 0), most, None)
        for index in range(length):
            place = (*path, f"name {index}")
            names.add(self.leaf(str, place, (("minLength", 1),)))
        return {
            name: self._value(options(value), (*path, name), (*key, "*"))
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
        return self._known.rules.get(key, ()) + self._local.get(path, ())

    def _presence(self, path: Path, key: Path) -> Rules:
        """The rules that say whether a field is given."""
        return self._rules(path, key)

    def present(self, path: Path) -> bool:
        """Whether a field is given that can be left out."""
        raise NotImplementedError  # each way to choose has its own

    def which(self, path: Path, many: int) -> int:
        """Which of so many."""
        raise NotImplementedError  # each way to choose has its own

    def length(self, path: Path, least: int, most: int, item: Any) -> int:
        """How many items there are."""
        raise NotImplementedError  # each way to choose has its own

    def leaf(self, kind: Any, path: Path, rules: Rules) -> Any:
        """A value of a type that has no others in it."""
        raise NotImplementedError  # each way to choose has its own


def _allowed(rules: Rules) -> list[Any]:
    """The values that are listed, if any are."""
    listed = [list(_several(limit)) for limit in limits(rules, "enum")]
    listed += [[limit] for limit in limits(rules, "const")]
    first, *others = listed or [[]]
    return [
        one for one in first if all(_key(one) in map(_key, other) for other in others)
    ]


def _several(limit: Any) -> Any:
    return limit if limit.__class__ is tuple else (limit,)


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
    return any(types & {*_several(one)} for one in wanted)


def _general(kind: Any) -> Any:
    containers: tuple[Any, ...] = (Mapping, Sequence)
    known = isinstance(kind, type) and kind not in (str, bytes)
    return next((one for one in containers if known and issubclass(kind, one)), kind)
