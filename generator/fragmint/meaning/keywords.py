"""The table of JSON Schema keywords: which rule each one makes.

A keyword in no table has no meaning: `reading` has warned of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ..reading import JSON, Pointer
from . import rules

__all__ = ["ANNOTATIONS", "KEYWORDS", "Keyword"]


class Reader(Protocol):
    """What a keyword asks of the reader of the schema that it stands in."""

    def read(self, pointer: Pointer, value: JSON) -> rules.Schema:
        """The schema `value`, which stands at `pointer`."""
        ...

    def sibling(self, pointer: Pointer, keyword: str) -> JSON:
        """What `keyword` is set to beside `pointer`; None if it is not."""
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


def _items(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    before = reader.sibling(pointer, "prefixItems")
    start = len(before) if isinstance(before, list) else 0
    schema = reader.read(pointer, value)
    return rules.Items(pointer=pointer, schema=schema, start=start)


_SeveralOf: TypeAlias = (
    "type[rules.AllOf | rules.AnyOf | rules.OneOf | rules.PrefixItems]"
)


def _several(make: _SeveralOf) -> Keyword:
    def read(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
        assert isinstance(value, list)
        schemas = (reader.read((*pointer, i), one) for i, one in enumerate(value))
        return make(pointer=pointer, schemas=tuple(schemas))

    return Keyword("array" if make is rules.PrefixItems else None, read)


_NamedOf: TypeAlias = (
    "type[rules.Properties | rules.PatternProperties | rules.DependentSchemas]"
)


def _named(make: _NamedOf) -> Keyword:
    def read(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
        assert isinstance(value, dict)
        schemas = ((name, reader.read((*pointer, name), value[name])) for name in value)
        return make(pointer=pointer, schemas=tuple(schemas))

    return Keyword("object", read)


def _additional(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    return rules.AdditionalProperties(
        pointer=pointer,
        schema=reader.read(pointer, value),
        names=_keys(reader.sibling(pointer, "properties")),
        patterns=_keys(reader.sibling(pointer, "patternProperties")),
    )


def _keys(value: JSON) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


_OneOf: TypeAlias = (
    type[rules.PropertyNames]
    | type[rules.UnevaluatedItems]
    | type[rules.UnevaluatedProperties]
)


def _single(applies_to: str | None, make: _OneOf) -> Keyword:
    def read(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
        return make(pointer=pointer, schema=reader.read(pointer, value))

    return Keyword(applies_to, read)


def _not(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    if value is True or value == {}:  # how older dialects say `false`
        return rules.Never(pointer=pointer[:-1])
    return rules.Not(pointer=pointer, schema=reader.read(pointer, value))


def _dependent_required(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    assert isinstance(value, dict)
    names = (
        (name, tuple(map(str, wanted)) if isinstance(wanted, list) else ())
        for name, wanted in value.items()
    )
    return rules.DependentRequired(pointer=pointer, names=tuple(names))


def _contains(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    least = reader.sibling(pointer, "minContains")
    most = reader.sibling(pointer, "maxContains")
    return rules.Contains(
        pointer=pointer,
        schema=reader.read(pointer, value),
        least=int(least) if isinstance(least, int | float) else None,
        most=int(most) if isinstance(most, int | float) else None,
    )


def _if(reader: Reader, pointer: Pointer, value: JSON) -> rules.Rule:
    def branch(keyword: str) -> rules.Schema | None:
        value = reader.sibling(pointer, keyword)
        at = (*pointer[:-1], keyword)
        return None if value is None else reader.read(at, value)

    return rules.If(
        pointer=pointer,
        condition=reader.read(pointer, value),
        then=branch("then"),
        otherwise=branch("else"),
    )


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
    "format": _assertion(None, "format"),  # each looks at a type of its own
    "minimum": _assertion("number", "minimum"),
    "maximum": _assertion("number", "maximum"),
    "exclusiveMinimum": _assertion("number", "exclusiveMinimum"),
    "exclusiveMaximum": _assertion("number", "exclusiveMaximum"),
    "multipleOf": _assertion("number", "multipleOf"),
    "minItems": _assertion("array", "minItems"),
    "maxItems": _assertion("array", "maxItems"),
    "uniqueItems": _assertion("array", "uniqueItems"),
    "prefixItems": _several(rules.PrefixItems),
    "items": Keyword("array", _items),
    "contains": Keyword("array", _contains),
    "minProperties": _assertion("object", "minProperties"),
    "maxProperties": _assertion("object", "maxProperties"),
    "required": Keyword("object", _required),
    "dependentRequired": Keyword("object", _dependent_required),
    "properties": _named(rules.Properties),
    "patternProperties": _named(rules.PatternProperties),
    "additionalProperties": Keyword("object", _additional),
    "propertyNames": _single("object", rules.PropertyNames),
    "dependentSchemas": _named(rules.DependentSchemas),
    "allOf": _several(rules.AllOf),
    "anyOf": _several(rules.AnyOf),
    "oneOf": _several(rules.OneOf),
    "if": Keyword(None, _if),
    "not": Keyword(None, _not),
    "unevaluatedItems": _single("array", rules.UnevaluatedItems),
    "unevaluatedProperties": _single("object", rules.UnevaluatedProperties),
}

ANNOTATIONS = frozenset(
    {
        "$anchor",
        "$comment",
        "$defs",
        "$dynamicAnchor",
        "$dynamicRef",  # has become a `$ref`
        "$id",
        "$schema",
        "$vocabulary",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "default",
        "definitions",
        "deprecated",
        "description",
        "discriminator",
        "else",  # read with `if`
        "example",
        "examples",
        "externalDocs",
        "maxContains",  # read with `contains`
        "minContains",
        "readOnly",
        "then",  # read with `if`
        "title",
        "writeOnly",
        "xml",
    }
)
"""Keywords that state no rule of their own."""
