"""What rules look at: a value, where it stands, and what it can still be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..meaning.api import Api
from ..meaning.rules import (
    AdditionalProperties,
    AllOf,
    AnyOf,
    Assertion,
    Contains,
    DependentRequired,
    DependentSchemas,
    Items,
    Never,
    Not,
    OneOf,
    PatternProperties,
    PrefixItems,
    Properties,
    PropertyNames,
    Reference,
    Required,
    Rule,
    Schema,
    Type,
    UnevaluatedItems,
    UnevaluatedProperties,
)
from ..meaning.shapes import is_nullable
from .json_types import ANY_TYPE, OBJECT, spread
from .statements import ALWAYS, Cases, Given

__all__ = [
    "OF_OBJECTS",
    "Subject",
    "beside_null",
    "in_case",
    "is_simple",
    "item_of",
    "looked_at",
    "looks_inside",
    "object_subject",
    "parameter_of",
    "property_names",
    "severe_as",
    "whole_subject",
]

_OF_ARRAYS = (Items, PrefixItems, Contains, UnevaluatedItems)
OF_OBJECTS = (
    Properties,
    Required,
    PatternProperties,
    AdditionalProperties,
    PropertyNames,
    DependentRequired,
    DependentSchemas,
    UnevaluatedProperties,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the rules being compiled look at.

    `value` and `at` are the expressions of the value and of where it stands; `types`
    those it can still be of; `schema` is the object's origin and `name` the property's
    wire name; `words` is the expression that quotes the description; `elsewhere` is the
    schema that the variable `schema` points to. `quoted` are the words of a description
    that is nearer than `words`, and `around` those to fall back on for what is said of
    properties. `given` is the case in which all of it is asked.
    """

    value: str
    at: str
    types: frozenset[str]
    schema: str
    name: str
    words: str
    secret: bool = False
    elsewhere: str | None = None
    quoted: str | None = None
    around: str | None = None
    given: Given = ALWAYS


def is_simple(schema: Schema, api: Api, depth: int = 4) -> bool:
    """Whether the rules of a component are few enough to stand where it is used."""

    def fits(rule: Rule) -> bool:
        match rule:
            case Type() | Assertion() | Never():
                return True
            case Reference(name=name):
                return depth > 0 and is_simple(api.schemas[name], api, depth - 1)
            case Not(schema=one) | Items(schema=one, start=0):
                return depth > 0 and is_simple(one, api, depth - 1)
            case AllOf(schemas=schemas):
                return depth > 0 and all(is_simple(s, api, depth - 1) for s in schemas)
            case _:
                return False

    return all(map(fits, schema.rules))


def beside_null(rule: AnyOf | OneOf, api: Api) -> Schema | None:
    """The one schema that `rule` has, but for null; None if there are more.

    Its own rules say what is wrong better than that no branch fits.
    """
    rest = [one for one in rule.schemas if not _is_null(one)]
    if len(rest) != 1:
        return None
    rights = len(rule.schemas) - 1 + is_nullable(api.shapes.of(rest[0]))
    if isinstance(rule, OneOf) and rights > 1:
        return None  # null is right by more than one, which oneOf refuses
    return rest[0]


def _is_null(schema: Schema) -> bool:
    """Whether null is right by `schema`, and nothing else is."""
    match schema.rules:
        case (
            (Type(types=("null",)),)
            | (Assertion(keyword="const", limit=None),)
            | (Assertion(keyword="enum", limit=[None]),)
        ):
            return True
        case _:
            return False


def object_subject(origin: str) -> Subject:
    """The object that a check function has as `fields`; its schema is at `origin`."""
    return Subject(
        value="fields",
        at="()",
        types=OBJECT,
        schema=origin,
        name="",
        words="None",
    )


def whole_subject(schema: Schema, parameter: str) -> Subject:
    """Any value, which a check function has as `parameter`."""
    return Subject(
        value=parameter,
        at="()",
        types=ANY_TYPE,
        schema=schema.origin,
        name="",
        words="None",
    )


def looked_at(rule: Rule) -> frozenset[str]:
    """The types of values that a rule has something to say of."""
    match rule:
        case Assertion(applies_to=str(type_)):
            return spread((type_,))
        case Items() | PrefixItems() | Contains() | UnevaluatedItems():
            return frozenset({"array"})
        case _:
            return OBJECT if isinstance(rule, OF_OBJECTS) else ANY_TYPE


def parameter_of(schema: Schema) -> str:
    """What a function calls the value that it checks against `schema`."""

    def inside(one: Schema) -> bool:
        return any(
            isinstance(rule, OF_OBJECTS)
            or (isinstance(rule, AllOf) and any(map(inside, rule.schemas)))
            for rule in one.rules
        )

    return "fields" if inside(schema) else "value"


def looks_inside(schema: Schema, subject: Subject) -> bool:
    """Whether `schema` says more of an inner value than can be said on the spot."""
    in_list = subject.at not in ("name", "()")
    return any(
        isinstance(rule, OF_OBJECTS) or (in_list and isinstance(rule, _OF_ARRAYS))
        for rule in schema.rules
    )


def item_of(subject: Subject) -> Subject:
    """The items of the list `subject`."""
    at = "(name, index)" if subject.at == "name" else "(index,)"
    return replace(subject, value="item", at=at, types=ANY_TYPE)


def in_case(given: Given, cases: Cases | None) -> Given:
    """What is given where, in addition, one of `cases` is.

    Without words for that, there are none for all of it: half a reason is worse.
    """
    if cases is None:
        return ALWAYS
    both = [_both(one, other) for one in given.because or ({},) for other in cases]
    return replace(given, because=tuple(both))


def _both(one: Mapping[str, str], other: Mapping[str, str]) -> Mapping[str, str]:
    twice = {name: f"{one[name]} and {other[name]}" for name in one if name in other}
    return {**one, **other, **twice}


def severe_as(schema: Schema, outer: Schema) -> Schema:
    """A part of `outer`, which is advice if `outer` is."""
    if schema.advice or not outer.advice:
        return schema
    return replace(schema, advice=True)


def property_names(schema: Schema) -> set[str]:
    return {
        name
        for rule in schema.rules
        if isinstance(rule, Properties)
        for name, _ in rule.schemas
    }
