"""Instances for a schema: some that are meant to fit, mutants of them, and any."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any
from urllib.parse import unquote

from .schemas import NAMES, PATTERNS, VALUES

__all__ = ["instances"]

_DEEPEST = 6
_MOST_VALUES = 150
_LOOKED_AT = {
    "number": {"minimum", "maximum", "multipleOf", "exclusiveMinimum"},
    "string": {"minLength", "maxLength", "pattern"},
    "array": {"items", "prefixItems", "contains", "minItems", "uniqueItems"},
    "object": {"properties", "required", "patternProperties", "minProperties"},
}


def instances(schema: Any, random: Random, count: int) -> list[Any]:
    """`count` instances at most; no two of them are written alike."""
    fitting = _Fitting(schema, random)
    found: dict[str, Any] = {}
    for number in range(count):
        kind = number % 5
        if kind < 2:
            fitting.made = 0
            one = fitting.value(schema, 0)
        elif kind < 4 and found:
            one = copy.deepcopy(random.choice([*found.values()]))
            for _ in range(random.choice((1, 1, 2))):
                one = _mutated(one, random)
        else:
            one = _any(random, 2)
        found.setdefault(json.dumps(one), one)
    return [*found.values()]


class _Fitting:
    """Makes instances that follow what a schema says, as far as that is easy."""

    def __init__(self, root: Any, random: Random) -> None:
        self.root = root
        self.random = random
        self.made = 0

    def value(self, schema: Any, depth: int) -> Any:
        random = self.random
        self.made += 1
        if not isinstance(schema, dict) or depth > _DEEPEST or self.made > _MOST_VALUES:
            return _any(random, 1)
        if random.random() < 0.03:
            return _any(random, 1)
        parts = [*self.parts(schema, 0)]
        fixed = [one["const"] for one in parts if "const" in one]
        fixed += [random.choice(one["enum"]) for one in parts if one.get("enum")]
        if fixed and random.random() < 0.9:
            return copy.deepcopy(random.choice(fixed))
        match self.type_of(parts):
            case "null":
                return None
            case "boolean":
                return random.random() < 0.5
            case "string":
                return self.string(parts)
            case "array":
                return self.array(parts, depth)
            case "object":
                return self.object(parts, depth)
            case kind:
                return self.number(parts, kind == "integer")

    def parts(self, schema: Any, depth: int) -> Iterator[dict[str, Any]]:
        """`schema`, and some of those that judge the same value."""
        if not isinstance(schema, dict) or depth > _DEEPEST:
            return
        yield schema
        inner = [*schema.get("allOf", ())]
        choices = [schema[one] for one in ("anyOf", "oneOf") if schema.get(one)]
        inner += map(self.random.choice, choices)
        references = [schema[one] for one in ("$ref", "$dynamicRef") if one in schema]
        inner += map(self.target, references)
        if "if" in schema:
            branches = [("if", "then"), ("else",)]
            inner += [schema.get(one) for one in self.random.choice(branches)]
        dependent = schema.get("dependentSchemas", {}).values()
        inner += [one for one in dependent if self.random.random() < 0.5]
        negated = schema.get("not")
        if isinstance(negated, dict) and self.random.random() < 0.3:
            inner.append(negated.get("not", negated))
        for one in inner:
            yield from self.parts(one, depth + 1)

    def target(self, reference: str) -> Any:
        """What `reference` leads to, most often; every definition has another name."""
        name = re.search(r"\bd\d\b", reference)
        found = self.root.get("$defs", {}).get(name[0]) if name else self.root
        if not reference.startswith("#/") or (name and name.end() == len(reference)):
            return found
        found = self.root
        for token in reference.split("/")[1:]:
            key = unquote(token).replace("~1", "/").replace("~0", "~")
            if isinstance(found, list):
                found = (
                    found[int(key)] if key.isdigit() and int(key) < len(found) else 0
                )
            else:
                found = found.get(key) if isinstance(found, dict) else None
        return found

    def type_of(self, parts: list[dict[str, Any]]) -> str:
        random = self.random
        wanted: set[str] | None = None
        for part in parts:
            if "type" in part:
                types = part["type"]
                types = {types} if isinstance(types, str) else {*types}
                if "number" in types:
                    types.add("integer")
                wanted = types if wanted is None else (wanted & types or types)
        if wanted:
            return random.choice(sorted(wanted))
        hints = [
            kind
            for kind, words in _LOOKED_AT.items()
            for part in parts
            if words & part.keys()
        ]
        if hints and random.random() < 0.9:
            return random.choice(hints)
        return random.choice(("object", "array", "string", "integer", "number", "null"))

    def some(self, parts: list[dict[str, Any]], *keywords: str) -> Any:
        """What one of `keywords` is set to in one of `parts`, or None."""
        found = [part[one] for part in parts for one in keywords if one in part]
        return self.random.choice(found) if found else None

    def number(self, parts: list[dict[str, Any]], whole: bool) -> Any:
        random = self.random
        low = self.some(parts, "minimum", "exclusiveMinimum")
        high = self.some(parts, "maximum", "exclusiveMaximum")
        near = [one for one in (low, high) if one is not None] or [random.choice(_NEAR)]
        by = random.choice((0, 0, 1, -1, 0.5, 0.1, 2))
        found = _moved(random.choice(near), by)
        step = self.some(parts, "multipleOf")
        if step is not None and random.random() < 0.9:
            times = Fraction(found) // Fraction(step) + random.choice((0, 1))
            found = times * step if _fits(times * Fraction(step)) else step
            found = round(found, 9) if isinstance(step, float) else found
        if whole and random.random() < 0.9:
            found = int(found)
            return float(found) if random.random() < 0.2 and _fits(found) else found
        return found

    def string(self, parts: list[dict[str, Any]]) -> str:
        random = self.random
        pattern = self.some(parts, "pattern")
        formats = [one["format"] for one in parts if one.get("format") in _FORMATS]
        if formats and random.random() < 0.9:
            return random.choice(_FORMATS[formats[0]])
        found = random.choice(PATTERNS[pattern] if pattern else _TEXTS)
        size = self.some(parts, "minLength", "maxLength")
        if size is not None and random.random() < 0.8:
            size = max(0, int(size) + random.choice((0, 0, 1, -1)))
            found = (found + random.choice(("a", "é", "😀")) * size)[:size]
        return found

    def array(self, parts: list[dict[str, Any]], depth: int) -> list[Any]:
        random = self.random
        size = self.some(parts, "minItems", "maxItems", "minContains", "maxContains")
        if size is None or random.random() < 0.2:
            size = random.choice((0, 1, 2, 2, 3, 4))
        size = min(6, max(0, int(size) + random.choice((0, 0, 1, -1))))
        found: list[Any] = []
        for index in range(size):
            first = [part["prefixItems"] for part in parts if "prefixItems" in part]
            schemas = [one[index] for one in first if index < len(one)]
            if not schemas or random.random() < 0.3:
                words = ("items", "contains", "contains", "unevaluatedItems")
                schemas += [
                    part[word] for word in words for part in parts if word in part
                ]
            schema = random.choice(schemas) if schemas else True
            found.append(self.value(schema, depth + 1))
        return found

    def object(self, parts: list[dict[str, Any]], depth: int) -> dict[str, Any]:
        random = self.random
        schemas: dict[str, list[Any]] = {}
        names: set[str] = set()
        for part in parts:
            for name in part.get("required", ()):
                if random.random() < 0.9:
                    names.add(name)
            for name, schema in part.get("properties", {}).items():
                schemas.setdefault(name, []).append(schema)
                if random.random() < 0.6:
                    names.add(name)
            for pattern, schema in part.get("patternProperties", {}).items():
                for name in PATTERNS[pattern]:
                    schemas.setdefault(name, []).append(schema)
                if random.random() < 0.5:
                    names.add(random.choice(PATTERNS[pattern]))
            for word in ("dependentRequired", "dependentSchemas"):
                for name, more in part.get(word, {}).items():
                    if random.random() < 0.4:
                        names |= {name, *(more if isinstance(more, list) else ())}
            if "propertyNames" in part and random.random() < 0.5:
                name = self.value(part["propertyNames"], depth + 1)
                names |= {name} if isinstance(name, str) else set()
        if random.random() < 0.3 or (not names and random.random() < 0.7):
            names.add(random.choice(NAMES))
        others = [
            part[word]
            for part in parts
            for word in ("additionalProperties", "unevaluatedProperties")
            if word in part
        ]
        found: dict[str, Any] = {}
        for name in random.sample(sorted(names), len(names)):
            open_to = schemas.get(name) or others or [True]
            found[name] = self.value(random.choice(open_to), depth + 1)
        return found


_NEAR = [0, 1, 2, -1, 10, 0.5, 2**53, 2**63, 10**20, 1e-7]
_TEXTS = ["", "a", "b", "ab", "abc", "é", "😀", "10", "a\n", "xdx", " "]
_FORMATS = {
    "date": ["2020-02-29", "2020-02-30"],
    "date-time": ["2020-01-02T03:04:05Z", "2020-01-02T03:04:05.5+01:00"],
    "uuid": ["8a1f0a5e-5d3c-4a53-9e0c-0b6f1a2b3c4d"],
    "email": ["a@example.com", "a@b"],
}
_DEFAULTS = [None, True, False, 0, 1, 1.0, 1.5, "", "a", "1", [], {}, [1], {"a": 1}]


def _any(random: Random, depth: int) -> Any:
    """Any JSON, nested up to `depth`."""
    kind = random.random()
    if depth and kind < 0.2:
        return [_any(random, depth - 1) for _ in range(random.randrange(4))]
    if depth and kind < 0.45:
        names = random.sample(NAMES, random.randrange(4))
        return {name: _any(random, depth - 1) for name in names}
    if kind < 0.8:
        return copy.deepcopy(random.choice(VALUES))
    return random.choice(_TEXTS) if kind < 0.9 else random.choice(_NEAR)


def _mutated(value: Any, random: Random) -> Any:
    """`value` with one thing in it changed; it can be changed itself."""
    if isinstance(value, dict) and value and random.random() < 0.6:
        name = random.choice([*value])
        value[name] = _mutated(value[name], random)
        return value
    if isinstance(value, list) and value and random.random() < 0.6:
        index = random.randrange(len(value))
        value[index] = _mutated(value[index], random)
        return value
    kind = random.random()
    if kind < 0.005:
        for _ in range(60):
            value = random.choice(([value], {random.choice("ab"): value}))
        return value
    if kind < 0.1:
        return random.choice(([value], {random.choice(NAMES): value}))
    if kind < 0.2:
        return copy.deepcopy(random.choice(_DEFAULTS))
    match value:
        case bool():
            return random.choice((not value, int(value), str(value).lower()))
        case int() | float():
            return _other_number(value, random)
        case str():
            more = random.choice(("a", "b", "1", "é", "😀", "\n"))
            return random.choice((value[1:], value[:-1], value + more, more + value))
        case list():
            return _other_list(value, random)
        case dict():
            return _other_object(value, random)
        case _:
            return random.choice((0, False, "", "null", [], {}))


def _fits(value: float | Fraction) -> bool:
    """Whether there is a float of about that size."""
    return -(10**300) < value < 10**300


def _moved(value: float, by: float) -> float:
    """`value` and `by` together, as a number of JSON."""
    return value + by if _fits(value) else value


def _other_number(value: float, random: Random) -> Any:
    moved = [_moved(value, by) for by in (1, -1, 0.5)]
    options = [*moved, -value, str(value), bool(value)]
    if value == int(value) and _fits(value):
        options += [float(value) if isinstance(value, int) else int(value)] * 4
    return random.choice(options)


def _other_list(value: list[Any], random: Random) -> list[Any]:
    if not value or random.random() < 0.3:
        return [*value, _any(random, 1)]
    kind = random.randrange(4)
    at = random.randrange(len(value))
    if kind == 0:
        return value[:at] + value[at + 1 :]
    if kind == 1:
        return [*value, copy.deepcopy(value[at])]
    if kind == 2:
        return value[::-1]
    twin = _mutated(copy.deepcopy(value[at]), random)
    return [*value, twin]


def _other_object(value: dict[str, Any], random: Random) -> dict[str, Any]:
    if not value or random.random() < 0.3:
        return value | {random.choice(NAMES): _any(random, 1)}
    name = random.choice([*value])
    rest = {one: value[one] for one in value if one != name}
    if random.random() < 0.5:
        return rest
    return rest | {random.choice(NAMES): value[name]}
