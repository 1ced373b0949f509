"""Which schemas describe values that have a secret in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from ..reading import Pointer
from .rules import (
    AdditionalProperties,
    AllOf,
    AnyOf,
    Contains,
    DependentSchemas,
    If,
    Items,
    Not,
    OneOf,
    PatternProperties,
    PrefixItems,
    Properties,
    PropertyNames,
    Reference,
    Schema,
    UnevaluatedItems,
    UnevaluatedProperties,
)

__all__ = ["Secrets"]


class Secrets:
    """Knows which of `components` have a secret somewhere in them."""

    def __init__(self, components: Mapping[str, Schema]) -> None:
        self._components = components
        self._known: set[str] = set()
        found = {name: list(_whole(one)) for name, one in components.items()}
        waiting = {
            name for name, parts in found.items() if any(map(_is_password, parts))
        }
        users: dict[str, set[str]] = {}
        for name, parts in found.items():
            for part in parts:
                for target in _references(part):
                    users.setdefault(target, set()).add(name)
        while waiting:
            name = waiting.pop()
            self._known.add(name)
            waiting |= users.get(name, set()) - self._known

    def within(self, schema: Schema) -> bool:
        """Whether a value of `schema` is a password, or has one in it."""
        return any(
            _is_password(part) or not self._known.isdisjoint(_references(part))
            for part in _whole(schema)
        )

    def beside(self, known: Set[Pointer], schema: Schema) -> bool:
        """Whether `within`, but for what the schemas at `known` say."""
        if not self.within(schema):
            return False
        waiting, seen = [schema], set[str]()
        while waiting:
            for part in _whole(waiting.pop(), known):
                if _is_password(part):
                    return True
                named = self._known.intersection(_references(part)) - seen
                seen |= named
                waiting += (self._components[name] for name in named)
        return False


def _is_password(schema: Schema) -> bool:
    return schema.format == "password"


def _references(schema: Schema) -> Iterator[str]:
    for rule in schema.rules:
        if isinstance(rule, Reference):
            yield rule.name
    if schema.discriminator is not None:
        yield from (name for _, name in schema.discriminator.mapping)
        yield from filter(None, (schema.discriminator.otherwise,))


def _whole(schema: Schema, known: Set[Pointer] = frozenset()) -> Iterator[Schema]:
    """`schema` and all schemas that stand in it, but for those at `known`."""
    waiting = [schema]
    while waiting:
        one = waiting.pop()
        if one.pointer in known:
            continue
        yield one
        for rule in one.rules:
            match rule:
                case (
                    Properties(schemas=named)
                    | PatternProperties(schemas=named)
                    | DependentSchemas(schemas=named)
                ):
                    waiting += [inner for _, inner in named]
                case (
                    AllOf(schemas=several)
                    | AnyOf(schemas=several)
                    | OneOf(schemas=several)
                    | PrefixItems(schemas=several)
                ):
                    waiting += several
                case (
                    Items(schema=inner)
                    | AdditionalProperties(schema=inner)
                    | Contains(schema=inner)
                    | PropertyNames(schema=inner)
                    | Not(schema=inner)
                    | UnevaluatedItems(schema=inner)
                    | UnevaluatedProperties(schema=inner)
                ):
                    waiting.append(inner)
                case If():
                    branches = (rule.condition, rule.then, rule.otherwise)
                    waiting += [inner for inner in branches if inner is not None]
                case _:
                    pass
