"""Schemas made at random, over the whole vocabulary of JSON Schema 2020-12."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import quote

from hypothesis import strategies as st

__all__ = ["NAMES", "PATTERNS", "VALUES", "WRAPPERS", "bodies", "pointed"]

Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]

NAMES = [
    *("a", "a", "b", "b", "c", "d", "ab", "a/b", "~", "", "é", "😀", "$ref", "type"),
    *("0", "a%", "it's", '"', "{{ a }}", "\\", "\n", "name", "fields", "None"),
]
# Each with texts that it is found in; both sides mean the same by all of them.
PATTERNS = {
    "^a": ["a", "ab", "a/b", "abc"],
    "b$": ["b", "ab", "a/b"],
    "^[a-c]+$": ["a", "abc", "ccc"],
    "a|d": ["d", "a", "xdx"],
    "^$": [""],
    "[0-9]{2,}": ["10", "a123"],
    "^(?:ab)*$": ["", "ab", "abab"],
    "^[^a]": ["b", "é", "😀", " "],
    "é|😀": ["é", "😀", "a😀b"],
    "\\$": ["$ref", "$"],
}
VALUES: list[Any] = [
    *(None, True, False, 0, 1, 1.0, 0.0, -0.0, 2, -1, 0.1, 1.5, 3, 10, 100, 1e3),
    *(2**53, 2**53 + 1, 2.0**53, 2**63, 2**64, -(2**63), 10**30, 1e30, 1e-7, 5e-324),
    *(10**400, 1.7e308, -1e300, 0.30000000000000004, 4.35, 1e16, 123456789.123456789),
    *("", "a", "b", "ab", "abc", "1", "true", "null", "é", "😀", "😀😀", "a\n", "\x00"),
    *([], [0], [False], [1], [True], [1.0], ["a"], [None], [[]], [{}], [1, "a"]),
    *([1, 1.0], [1, True], [0, -0.0], [[1], [True]], [{"a": 1}, {"a": 1.0}]),
    *({}, {"a": 1}, {"a": 1.0}, {"a": True}, {"a": 1, "b": 2}, {"b": 2, "a": 1}),
    *({"a": None}, {"a": []}, {"a": {}}, {"a": {"a": 1}}, {"": ""}, {"😀": 1}),
]
TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]
_LIMITS = [0, 1, 1.0, 2, 3, 10, -1, -0.0, 0.1, 1.5, 2.5, -2, 100, 2**53, 2**63]
_LIMITS += [2**64, 10**30, 1e30, -1e300, 10**400, 1e-7]
_STEPS = [1, 2, 3, 1.0, 0.5, 0.1, 0.01, 1.5, 7, 1e-7, 0.3, 2**53, 10**20]
_SIZES = [0, 1, 1.0, 2, 2, 3, 4]

_ASSERTIONS = {
    "number": "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf".split(),
    "string": "minLength maxLength pattern".split(),
    "array": "minItems maxItems uniqueItems".split(),
    "object": "minProperties maxProperties required dependentRequired".split(),
    "any": "enum const $ref $ref $ref".split(),
}
_APPLICATORS = {
    "number": [],
    "string": [],
    "array": "prefixItems items contains unevaluatedItems".split(),
    "object": (
        "properties properties patternProperties additionalProperties propertyNames"
        " dependentSchemas unevaluatedProperties"
    ).split(),
    "any": "allOf anyOf oneOf not if".split(),
}
_KINDS = ["number", "string", *2 * ["array", "any"], *3 * ["object"]]
_NOISE: list[tuple[str, Any]] = [
    *(("title", "A title"), ("title", 'It\'s {{ "a" }}'), ("default", 1)),
    *(("description", "What it is"), ("description", 'Not \\ "this"\n{% x %}')) * 3,
    *(("format", "password"), ("format", "password")),
    *(("readOnly", True), ("readOnly", True), ("writeOnly", True), ("xml", True)),
    *(("$comment", "type"), ("examples", [1, None]), ("x-more", {"type": "string"})),
    *(("format", "binary"), ("format", "uri"), ("format", "int32"), ("more", [1])),
    *(("contentMediaType", "image/png"), ("contentEncoding", "base64")),
    *(("minContains", 2), ("maxContains", 1), ("then", False), ("else", False)),
    *(
        ("definitions", {"a": False}),
        ("deprecated", True),
        ("nullable", True),
        ("example", 1),
    ),
    *(("discriminator", {"propertyName": "a"}), ("contentSchema", False)),
]
_BASE = "https://example.com/x/schema.json"

_sizes, _limits, _steps = map(st.sampled_from, (_SIZES, _LIMITS, _STEPS))
_values, _names, _types = map(st.sampled_from, (VALUES, NAMES, TYPES))
_patterns = st.sampled_from([*PATTERNS])
_numbers = {n: st.integers(0, n) for n in range(1, 21)}
_booleans = st.booleans()
_lists = {n: st.lists(_names, max_size=n, unique=True) for n in (2, 3)}
_several_values = st.lists(_values, max_size=4)
_type_lists = st.lists(_types, min_size=1, max_size=3, unique=True)
_kinds = st.sampled_from(_KINDS)
_noise = st.sampled_from(_NOISE)


@dataclass(frozen=True)
class _Target:
    """One of `$defs`: what it can be referred to by.

    Attributes:
        base: The URI of the resource it is in, or is.
        is_resource: Whether it has an `$id` of its own.
        anchor: Its `$anchor`, if it has one.
    """

    name: str
    base: str
    is_resource: bool
    anchor: str | None


@dataclass(frozen=True)
class _Whole:
    """In place of a pointer to a schema: that schema, which stands elsewhere, too."""

    schema: dict[str, Any]


class _Maker:
    """Draws the schemas of one document.

    A reference that judges the value itself leads to a definition further on, so that
    none goes in circles; one that judges what is inside of it can lead anywhere.
    """

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.inner: dict[str, list[dict[str, Any]]] = {}
        identified, self.dynamic = self.chance(6), self.chance(8)
        self.base = _BASE if identified else ""
        targets: list[_Target] = []
        for number in range(draw(_numbers[4])):
            name = f"d{number}"
            base = self.base
            is_resource = identified and self.chance(8)
            if is_resource:
                folder = "sub/" if self.chance(8) else ""
                base = posixpath.join(posixpath.dirname(_BASE), f"{folder}{name}.json")
            anchor = f"at-{name}" if self.chance(8) else None
            targets.append(_Target(name, base, is_resource, anchor))
        self.targets = targets
        self.nodes = {
            base
            for base in dict.fromkeys((self.base, *(one.base for one in targets)))
            if self.dynamic and self.chance(14)
        }

    def chance(self, of_twenty: int) -> bool:
        return bool(self.draw(_numbers[20]) > 20 - of_twenty)

    def definitions(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for number, target in enumerate(self.targets):
            schema = self.schema(1 + self.chance(10), target.base, number)
            ids: dict[str, Any] = {}
            if target.is_resource:
                ids["$id"] = posixpath.relpath(target.base, posixpath.dirname(_BASE))
                if target.base in self.nodes:
                    ids["$dynamicAnchor"] = "node"
            if target.anchor:
                ids["$anchor"] = target.anchor
            if ids and isinstance(schema, bool):
                schema = {} if schema else {"not": {}}
            found[target.name] = ids | schema if ids else schema
        return found

    def root(self) -> dict[str, Any]:
        """What stands at the root beside the schema itself."""
        found: dict[str, Any] = {}
        if self.base:
            found["$id"] = self.base
        if self.chance(5):
            found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        if self.base in self.nodes:
            found["$dynamicAnchor"] = "node"
        definitions = self.definitions()
        return found | ({"$defs": definitions} if definitions else {})

    def schema(self, depth: int, base: str, after: int | None) -> Any:
        """A schema, nested up to `depth`.

        Args:
            depth: How many schemas can be around one another in it.
            base: The URI of the resource that it is in.
            after: The definition that it judges the same value as; None if it judges
                what is inside of that.
        """
        draw = self.draw
        if self.chance(2):
            return bool(draw(_booleans))
        kind = draw(_kinds)
        found: dict[str, Any] = {}
        if self.chance(9):
            own = kind if kind in TYPES and self.chance(16) else draw(_types)
            found["type"] = own if self.chance(15) else draw(_type_lists)
        for _ in range(draw(_numbers[5]) + 2 * (depth > 2)):
            of = kind if self.chance(15) else draw(_kinds)
            words = _ASSERTIONS[of] + (_APPLICATORS[of] * 2 if depth else [])
            keyword = draw(st.sampled_from(words))
            if keyword not in found:
                self.put(keyword, found, depth - 1, base, after)
        if self.chance(4):
            keyword, value = draw(_noise)
            found.setdefault(keyword, value)
        return found

    def put(
        self,
        keyword: str,
        found: dict[str, Any],
        depth: int,
        base: str,
        after: int | None,
    ) -> None:
        draw = self.draw

        def same() -> Any:
            return self.schema(depth, base, after)

        def inner() -> Any:
            made = self.schema(depth, base, None)
            if made and isinstance(made, dict):
                self.inner.setdefault(base, []).append(made)
            return made

        match keyword:
            case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum":
                found[keyword] = draw(_limits)
            case "multipleOf":
                found[keyword] = draw(_steps)
            case "pattern":
                found[keyword] = draw(_patterns)
            case "uniqueItems":
                found[keyword] = self.chance(17)
            case "required":
                found[keyword] = draw(_lists[2])
            case "dependentRequired":
                found[keyword] = {n: draw(_lists[2]) for n in draw(_lists[2])}
            case "enum":
                found[keyword] = draw(_several_values)
            case "const":
                found[keyword] = draw(_values)
            case "$ref":
                found |= self.reference(base, after)
            case "prefixItems":
                found[keyword] = [inner() for _ in range(1 + draw(_numbers[2]))]
            case "contains":
                found[keyword] = inner()
                if self.chance(8):
                    found["minContains"] = draw(_sizes)
                if self.chance(8):
                    found["maxContains"] = draw(_sizes)
            case "properties":
                found[keyword] = {name: inner() for name in draw(_lists[3])}
                if self.chance(1) and depth:  # more than one function can check
                    some = [inner() for _ in range(4)]
                    found[keyword] |= {f"p{n}": some[n % 4] for n in range(66)}
            case "patternProperties":
                patterns = [draw(_patterns) for _ in range(1 + draw(_numbers[1]))]
                found[keyword] = {one: inner() for one in dict.fromkeys(patterns)}
            case "dependentSchemas":
                found[keyword] = {name: same() for name in draw(_lists[2])}
            case "allOf" | "anyOf" | "oneOf":
                found[keyword] = [same() for _ in range(1 + draw(_numbers[2]))]
            case "not":
                found[keyword] = same()
            case "if":
                found[keyword] = same()
                for branch in ("then", "else"):
                    if self.chance(13):
                        found[branch] = same()
            case "items" | "unevaluatedItems" | "propertyNames":
                found[keyword] = inner()
            case "additionalProperties" | "unevaluatedProperties":
                found[keyword] = False if self.chance(8) else inner()
            case _:
                found[keyword] = draw(_sizes)

    def reference(self, base: str, after: int | None) -> dict[str, Any]:
        """`$ref` or `$dynamicRef`, from the resource `base`; {} if to nowhere."""
        draw = self.draw
        if after is None:
            if base in self.nodes and self.chance(12):
                return {"$dynamicRef" if self.chance(14) else "$ref": "#node"}
            if self.chance(6) and self.inner.get(base):
                # Only what is whole already: what is being made could lead back here.
                return {"$ref": _Whole(draw(st.sampled_from(self.inner[base])))}
            if self.chance(5):
                if base == self.base:
                    return {"$ref": "#"}
                return {"$ref": self.uri(self.base, base)}
        open_to = self.targets[0 if after is None else after + 1 :]
        if not open_to:
            return {}
        target = draw(st.sampled_from(open_to))
        fragment = ""
        if target.anchor and self.chance(10):
            fragment = f"#{target.anchor}"
        elif not target.is_resource:
            fragment = f"#/$defs/{target.name}"
        if target.base == base and fragment:
            return {"$ref": fragment}
        return {"$ref": self.uri(target.base, base) + fragment}

    def uri(self, target: str, base: str) -> str:
        """`target` as a reference from `base`: relative, or absolute."""
        if self.chance(14):
            return posixpath.relpath(target, posixpath.dirname(base))
        return target


WRAPPERS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "anyOf": lambda one: {"anyOf": [one]},
    "anyOf of two": lambda one: {"anyOf": [False, one]},
    "oneOf": lambda one: {"oneOf": [one, False]},
    "not": lambda one: {"not": one},
    "not not": lambda one: {"not": {"not": one}},
    "if": lambda one: {"if": one, "then": False},
    "if else": lambda one: {"if": one, "else": False},
    "allOf": lambda one: {"allOf": [one]},
    "unevaluated properties": lambda one: {
        "anyOf": [one, True],
        "unevaluatedProperties": {"type": "integer"},
    },
    "unevaluated items": lambda one: {
        "anyOf": [one, True],
        "unevaluatedItems": {"type": "string"},
    },
    "items": lambda one: {"items": one},
    "contains": lambda one: {"contains": one},
    "properties": lambda one: {"properties": {"a": one}, "not": {"required": ["b"]}},
    "other properties": lambda one: {"not": {"additionalProperties": one}},
    "dependent": lambda one: {"dependentSchemas": {"a": one}},
}
"""What makes a validator look at a schema in another way."""


def pointed(schema: Any) -> Any:
    """`schema` with pointers to what its references have yet to point to."""
    pointers: dict[int, str] = {}
    pending = [(schema, "#")]
    while pending:
        value, pointer = pending.pop()
        if isinstance(value, dict) and "$id" in value:
            pointer = "#"
        pointers[id(value)] = pointer
        for key, one in _inner(value):
            token = str(key).replace("~", "~0").replace("/", "~1")
            pending.append((one, f"{pointer}/{quote(token, safe='~$')}"))

    def copied(value: Any) -> Any:
        match value:
            case _Whole():
                return pointers[id(value.schema)]
            case dict():
                return {key: copied(one) for key, one in value.items()}
            case list():
                return [*map(copied, value)]
            case _:
                return value

    return copied(schema)


def _inner(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return [*value.items()]
    return [*enumerate(value)] if isinstance(value, list) else []


@st.composite
def bodies(draw: Draw) -> tuple[dict[str, Any], Any, str]:
    """What stands at the root beside the schema; the schema; and one of WRAPPERS."""
    maker = _Maker(draw)
    root = maker.root()
    schema = maker.schema(3, maker.base, -1)
    return root, schema, draw(st.sampled_from([*WRAPPERS]))
