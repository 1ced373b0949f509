"""Discriminators: which of the schemas of `oneOf` or `anyOf` a property's value picks.

OAS 3.1 §4.8.25 has it as a shortcut: what is picked says what is wrong, where of
several schemas no more could be said than that none of them fits.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..meaning.api import Api
from ..meaning.rules import AnyOf, OneOf, Schema
from ..meaning.shapes import Array, Literal, Nothing, Scalar, Shape, Union
from ..reading import Pointer
from .literals import literal
from .statements import Keyword, Test

__all__ = ["Choice", "choice", "implied"]


@dataclass(frozen=True, slots=True)
class Choice:
    """The property that chooses, what its values pick, and what all others do."""

    name: str
    picks: tuple[tuple[tuple[str, ...], Schema], ...]
    otherwise: Schema | None

    @property
    def values(self) -> tuple[str, ...]:
        """The values that are known."""
        return tuple(value for values, _ in self.picks for value in values)

    def test(self, values: tuple[str, ...], value: str) -> Test:
        """Whether the property of the object `value` has one of `values`."""
        found = f"{value}.get({literal(self.name)})"
        if len(values) == 1:
            return Keyword("const", found, literal(values[0]))
        return Keyword("enum", found, literal([*values]))


def choice(rule: AnyOf | OneOf, schema: Schema, api: Api) -> Choice | None:
    """What the discriminator of `schema`, where `rule` stands, chooses among."""
    discriminator = schema.discriminator
    if discriminator is None:
        return None
    picks: dict[Pointer, tuple[list[str], Schema]] = {}
    for value, name in discriminator.mapping:
        # What is no branch of this rule cannot make it hold.
        branch = _branch(rule, api.schemas[name], api)
        if branch is not None:
            picks.setdefault(branch.pointer, ([], branch))[0].append(value)
    otherwise = None
    if discriminator.otherwise is not None:
        otherwise = _branch(rule, api.schemas[discriminator.otherwise], api)
    if not picks and otherwise is None:
        return None
    found = tuple((tuple(values), branch) for values, branch in picks.values())
    return Choice(discriminator.property, found, otherwise)


def implied(rule: AnyOf | OneOf, api: Api) -> Choice | None:
    """What tells the branches of `rule` apart, without a discriminator.

    It is a property that each of them requires, with texts that no other allows.
    """
    objects = [one for one in rule.schemas if _can_be_object(api.shapes.of(one))]
    if len(objects) < 2:
        return None
    first, *others = [_tags(one, api) for one in objects]
    for name in sorted(first):
        tags = [first[name], *(one.get(name, ()) for one in others)]
        values = [value for some in tags for value in some]
        if all(tags) and len(values) == len({*values}):
            picks = zip(tags, objects, strict=True)
            return Choice(name, tuple(picks), None)
    return None


def _tags(schema: Schema, api: Api) -> dict[str, tuple[str, ...]]:
    """The texts that properties have one of, in each object that `schema` allows."""
    found: dict[str, tuple[str, ...]] = {}
    for one in api.shapes.described(schema):
        shape = api.shapes.property_shape(one)
        sure = one.required and not (one.alternative or one.read_only or one.write_only)
        if sure and isinstance(shape, Literal):
            texts = tuple(value for value in shape.values if isinstance(value, str))
            if len(texts) == len(shape.values):
                found[one.name] = texts
    return found


def _can_be_object(shape: Shape) -> bool:
    match shape:
        case Scalar() | Literal() | Array() | Nothing():
            return False
        case Union(members=members):
            return any(map(_can_be_object, members))
        case _:
            return True


def _branch(rule: AnyOf | OneOf, target: Schema, api: Api) -> Schema | None:
    """The branch that is `target`, else one that leads to it by branches of its own."""
    wanted = api.shapes.resolved(target).pointer
    for one in rule.schemas:
        if api.shapes.resolved(one).pointer == wanted:
            return one
    return next((one for one in rule.schemas if _leads(one, wanted, api, set())), None)


def _leads(schema: Schema, wanted: Pointer, api: Api, seen: set[Pointer]) -> bool:
    schema = api.shapes.resolved(schema)
    if schema.pointer in seen:
        return False
    seen.add(schema.pointer)
    return schema.pointer == wanted or any(
        _leads(one, wanted, api, seen)
        for rule in schema.rules
        if isinstance(rule, AnyOf | OneOf)
        for one in rule.schemas
    )
