"""The table of JSON Schema keywords: which rule each one makes.

A keyword in neither table is not understood yet, and is a Problem where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from ..reading import JSON, Pointer
from . import rules

__all__ = ["ANNOTATIONS", "KEYWORDS", "Keyword"]


class Reader(Protocol):
    """What a keyword asks of the reader of the schema that it stands in."""

    def read(self, pointer: Pointer, value: JSON) -> rules.Schema:
        """The schema `value`, which stands at `pointer`."""
        ...

    def value(self, pointer: Pointer) -> JSON:
        """What stands at `pointer` in the bundle."""
        ...

    def has(self, pointer: Pointer) -> bool:
        """Whether the object that `pointer` leads into has its last key."""
        ...


@dataclass(frozen=True, slots=True)
class Keyword:
    """How a keyword is read; `applies_to` is the type it looks at, None for all."""

    applies_to: str | None
    read: Callable[[Reader, Pointer, JSON], rules.Rule]


def _assertion(applies_to: str | None, name: str) -> Keyword:
    def read(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
        return rules.Assertion(
            pointer=pointer, keyword=name, limit=value, applies_to=applies_to
        )

    return Keyword(applies_to, read)


def _type(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    types = value if isinstance(value, list) else [value]
    return rules.Type(pointer=pointer, types=tuple(map(str, types)))


def _required(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    assert isinstance(value, list)
    return rules.Required(pointer=pointer, names=tuple(map(str, value)))


def _properties(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    assert isinstance(value, dict)
    return rules.Properties(
        pointer=pointer,
        schemas=tuple(
            (name, reader.read((*pointer, name), value[name])) for name in value
        ),
    )


def _items(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    return rules.Items(pointer=pointer, schema=reader.read(pointer, value))


def _all_of(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    assert isinstance(value, list)
    return rules.AllOf(
        pointer=pointer,
        schemas=tuple(reader.read((*pointer, i), one) for i, one in enumerate(value)),
    )


def _if(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    def branch(keyword: str) -> rules.Schema | None:
        at = (*pointer[:-1], keyword)
        return reader.read(at, reader.value(at)) if reader.has(at) else None

    return rules.If(
        pointer=pointer,
        condition=reader.read(pointer, value),
        then=branch("then"),
        otherwise=branch("else"),
    )


def _not(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    return rules.Not(pointer=pointer, schema=reader.read(pointer, value))


def _ref(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    return rules.Reference(pointer=pointer, name=str(value).rpartition("/")[2])


KEYWORDS: Mapping[str, Keyword] = {
    "$ref": Keyword(None, _ref),
    "type": Keyword(None, _type),
    "enum": _assertion(None, "enum"),
    "const": _assertion(None, "const"),
    "minLength": _assertion("string", "minLength"),
    "maxLength": _assertion("string", "maxLength"),
    "pattern": _assertion("string", "pattern"),
    "format": _assertion("string", "format"),
    "minimum": _assertion("number", "minimum"),
    "maximum": _assertion("number", "maximum"),
    "exclusiveMinimum": _assertion("number", "exclusiveMinimum"),
    "exclusiveMaximum": _assertion("number", "exclusiveMaximum"),
    "minItems": _assertion("array", "minItems"),
    "maxItems": _assertion("array", "maxItems"),
    "items": Keyword("array", _items),
    "required": Keyword("object", _required),
    "properties": Keyword("object", _properties),
    "allOf": Keyword(None, _all_of),
    "if": Keyword(None, _if),
    "not": Keyword(None, _not),
}

ANNOTATIONS = frozenset(
    {
        "$comment",
        "default",
        "deprecated",
        "description",
        "else",  # read with `if`
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "then",  # read with `if`
        "title",
        "writeOnly",
    }
)
"""Keywords that state no rule of their own."""
