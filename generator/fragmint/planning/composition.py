"""What a schema is composed of: its own rules, and those of `allOf` and `$ref`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meaning.api import Api
from ..meaning.rules import AllOf, Items, Properties, Reference, Required, Schema

__all__ = ["described", "is_secret", "properties", "required"]


def _members(
    schema: Schema, api: Api, seen: set[str] | None = None
) -> Iterator[Schema]:
    """`schema` and all that it is composed of, each component once."""
    seen = set() if seen is None else seen
    yield schema
    for rule in schema.rules:
        match rule:
            case AllOf(schemas=schemas):
                for one in schemas:
                    yield from _members(one, api, seen)
            case Reference(name=name) if name not in seen:
                seen.add(name)
                yield from _members(api.schemas[name], api, seen)
            case _:
                pass


def is_secret(schema: Schema, api: Api) -> bool:
    """Whether values of `schema`, or the items of them, are passwords."""
    seen: set[str] = set()
    waiting = [schema]
    while waiting:
        for one in _members(waiting.pop(), api, seen):
            if one.format == "password":
                return True
            waiting += [r.schema for r in one.rules if isinstance(r, Items)]
    return False


def properties(schema: Schema, api: Api) -> list[tuple[str, Schema]]:
    """The properties of all of `schema`, by wire name."""
    found: dict[str, Schema] = {}
    for member in _members(schema, api):
        for rule in member.rules:
            if isinstance(rule, Properties):
                for name, one in rule.schemas:
                    found.setdefault(name, one)
    return list(found.items())


def required(schema: Schema, api: Api) -> set[str]:
    """The properties that all of `schema` requires."""
    return {
        name
        for member in _members(schema, api)
        for rule in member.rules
        if isinstance(rule, Required)
        for name in rule.names
    }


def described(schema: Schema, description: str | None) -> Schema:
    """`schema`, with this description."""
    return replace(schema, description=description)
