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
    """What the discriminator of `schema`, where `rule` stands, chooses among.

    Where the branches have texts of their own in its property, no others can be there,
    whatever it maps: without a mapping, it is the names of the schemas. An object
    without the property is what `defaultMapping` says.
    """
    discriminator = schema.discriminator
    if discriminator is None:
        return None
    own, sure = _kinds(rule, api, discriminator.property) or (None, False)
    if own is not None and (sure or discriminator.otherwise is None):
        return own
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
    found, sure = _kinds(rule, api) or (None, False)
    return found if sure else None


def _kinds(
    rule: AnyOf | OneOf, api: Api, name: str | None = None
) -> tuple[Choice, bool] | None:
    """What the texts of the branches choose, and whether they all require one."""
    objects = [one for one in rule.schemas if _can_be_object(one, api)]
    found = api.shapes.kinds(objects, name)
    if found is None:
        return None
    picks = tuple(zip(found.texts, objects, strict=True))
    return Choice(found.property, picks, None), found.sure


def _can_be_object(schema: Schema, api: Api) -> bool:
    # What is advice keeps no value out.
    advice = any(one.advice for one in api.shapes.members(schema))
    return advice or _has_objects(api.shapes.of(schema))


def _has_objects(shape: Shape) -> bool:
    match shape:
        case Literal(values=values, open=open_):
            return open_ or any(isinstance(one, dict) for one in values)
        case Scalar() | Array() | Nothing():
            return False
        case Union(members=members):
            return any(map(_has_objects, members))
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
