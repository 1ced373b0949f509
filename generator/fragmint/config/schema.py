"""The configuration as JSON Schema, for editors."""

from __future__ import annotations

from typing import Any

from .kinds import NAME
from .target import Option, options

__all__ = ["schema"]


_NAMED = {
    "patternProperties": {NAME.schema["pattern"]: True},
    "additionalProperties": {"required": ["package"]},
}
"""A table whose name cannot be that of a package says another."""


def schema() -> dict[str, Any]:
    """What `fragmint.toml` can say, in draft 7, which editors know."""
    target = {
        "type": "object",
        "properties": {name: _option(option) for name, option in options().items()},
        "required": [name for name, one in options().items() if one.is_required],
        "additionalProperties": False,
    }
    targets = {
        "description": "the packages to generate, by name",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": target,
        "allOf": [_NAMED],
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What fragmint generates",
        "type": "object",
        "properties": {"targets": targets},
        "required": ["targets"],
        "additionalProperties": False,
    }


def _option(option: Option) -> dict[str, Any]:
    said = {"description": option.meaning, **option.kind.schema, **option.kind.more()}
    return said if option.default is None else said | {"default": option.default}
