"""What a schema is composed of: its own rules, and those of `allOf` and `$ref`."""

from __future__ import annotations

from dataclasses import replace

from ..meaning.api import Api
from ..meaning.rules import Reference, Schema

__all__ = ["described", "telling"]


def telling(schema: Schema, api: Api) -> Schema:
    """`schema`, with the words of what it refers to where it has none."""
    for rule in schema.rules:
        if isinstance(rule, Reference) and schema.description is None:
            return described(schema, api.schemas[rule.name].description)
    return schema


def described(schema: Schema, description: str | None) -> Schema:
    """`schema`, with this description."""
    return replace(schema, description=description)
