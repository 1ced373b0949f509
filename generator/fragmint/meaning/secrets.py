"""Which schemas describe values that have a secret in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def _is_password(schema: Schema) -> bool:
    return schema.format == "password"


def _references(schema: Schema) -> Iterator[str]:
    return (rule.name for rule in schema.rules if isinstance(rule, Reference))


def _whole(schema: Schema) -> Iterator[Schema]:
    """`schema` and all schemas that stand in it."""
    waiting = [schema]
    while waiting:
        one = waiting.pop()
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
