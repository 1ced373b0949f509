"""What a schema is composed of: its own rules, and those of `allOf` and `$ref`."""

from __future__ import annotations

from dataclasses import replace

from ..meaning.api import Api
from ..meaning.rules import Items, Reference, Schema

__all__ = ["described", "is_secret", "telling"]


def is_secret(schema: Schema, api: Api) -> bool:
    """Whether values of `schema`, or the items of them, are passwords."""
    waiting, seen = [schema], {schema.pointer}
    while waiting:
        for one in api.shapes.members(waiting.pop()):
            if one.format == "password":
                return True
            for rule in one.rules:
                if isinstance(rule, Items) and rule.schema.pointer not in seen:
                    seen.add(rule.schema.pointer)
                    waiting.append(rule.schema)
    return False


def telling(schema: Schema, api: Api) -> Schema:
    """`schema`, with the words of what it refers to where it has none."""
    for rule in schema.rules:
        if isinstance(rule, Reference) and schema.description is None:
            return described(schema, api.schemas[rule.name].description)
    return schema


def described(schema: Schema, description: str | None) -> Schema:
    """`schema`, with this description."""
    return replace(schema, description=description)
