"""What a schema is composed of: its own rules, and those of `allOf` and `$ref`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meaning.api import Api
from ..meaning.rules import AllOf, Properties, Reference, Required, Schema

__all__ = ["described", "properties", "required"]


def _members(
    schema: Schema, api: Api, seen: frozenset[str] = frozenset()
) -> Iterator[Schema]:
    """`schema` and all that it is composed of; `seen` has the components above it."""
    yield schema
    for rule in schema.rules:
        match rule:
            case AllOf(schemas=schemas):
                for one in schemas:
                    yield from _members(one, api, seen)
            case Reference(name=name) if name not in seen:
                yield from _members(api.schemas[name], api, seen | {name})
            case _:
                pass


def properties(schema: Schema, api: Api) -> list[tuple[str, Schema]]:
    """The properties of all of `schema`, by wire name."""
    found: dict[str, Schema] = {}
    for member in _members(schema, api):
        for rule in member.rules:
            if isinstance(rule, Properties):
                for name, one in rule.schemas:
                    found.setdefault(name, one)
    return list(found.items())


def required(schema: Schema) -> set[str]:
    return {
        n for rule in schema.rules if isinstance(rule, Required) for n in rule.names
    }


def described(schema: Schema, description: str | None) -> Schema:
    """`schema`, with this description."""
    return replace(schema, description=description)
