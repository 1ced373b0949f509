"""Kinds: the property that tells objects of several schemas apart, by its texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .rules import AnyOf, OneOf, Properties, Required, Schema
from .shapes import Anything, Literal, Shape, both, union
from .wholes import Wholes

__all__ = ["Kinds", "kinds"]


@dataclass(frozen=True, slots=True)
class Kinds:
    """A property, and the texts of which objects of each schema have one there.

    It is `sure` if all of them require it: then no object without one of the texts is
    of any of the schemas.
    """

    property: str
    texts: tuple[tuple[str, ...], ...]
    sure: bool


def kinds(
    objects: Sequence[Schema], wholes: Wholes, name: str | None = None
) -> Kinds | None:
    """What tells `objects` apart: a property with other texts in each, if any is.

    Where several are, it is one that most of them require, with the fewest texts. Only
    the property `name` is looked at, if that is given. What is advice tells nothing
    apart: objects are valid without it.
    """
    if len(objects) < 2:
        return None
    described = [_properties(one, wholes) for one in objects]
    required = [_required(one, wholes) for one in objects]
    found: list[tuple[int, int, str, Kinds]] = []
    for one in described[0] if name is None else (name,):
        each = [properties.get(one, []) for properties in described]
        texts = tuple(_texts(schemas, wholes) for schemas in each)
        values = [value for some in texts for value in some]
        if all(texts) and len({*values}) == len(values):
            optional = sum(
                one not in names or _goes_one_way(schemas, wholes)
                for names, schemas in zip(required, each, strict=True)
            )
            found.append((optional, len(values), one, Kinds(one, texts, not optional)))
    return min(found, key=lambda one: one[:3])[3] if found else None


def _properties(schema: Schema, wholes: Wholes) -> dict[str, list[Schema]]:
    found: dict[str, list[Schema]] = {}
    for member in wholes.of(schema).firm:
        for rule in member.rules:
            for name, one in rule.schemas if isinstance(rule, Properties) else ():
                found.setdefault(name, []).append(one)
    return found


def _required(schema: Schema, wholes: Wholes) -> set[str]:
    rules = (rule for one in wholes.of(schema).firm for rule in one.rules)
    return {name for one in rules if isinstance(one, Required) for name in one.names}


def _goes_one_way(schemas: Iterable[Schema], wholes: Wholes) -> bool:
    members = (member for one in schemas for member in wholes.of(one).members)
    return any(one.read_only or one.write_only for one in members)


def _texts(schemas: Iterable[Schema], wholes: Wholes) -> tuple[str, ...]:
    """The texts that a property can be, if it is one of some, and nothing else."""
    shape: Shape = Anything()
    for schema in schemas:
        whole = wholes.of(schema)
        shape = both(shape, _literal(whole.literals))
        for rule in (rule for one in whole.firm for rule in one.rules):
            if isinstance(rule, AnyOf | OneOf):
                parts = (_literal(wholes.of(one).literals) for one in rule.schemas)
                shape = both(shape, union(tuple(parts)))
    match shape:
        case Literal(values=values, open=False):
            texts = tuple(one for one in values if isinstance(one, str))
            return texts if len(texts) == len(values) else ()
        case _:
            return ()


def _literal(literals: Iterable[Literal]) -> Shape:
    shape: Shape = Anything()
    for one in literals:
        shape = both(shape, one)
    return shape
