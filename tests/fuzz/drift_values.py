"""What may be given to an operation, and what may come of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import jsonschema_rs

from .instances import instances

__all__ = ["is_described", "values", "within"]


def values(description: Any, random: Random, count: int) -> Iterator[Any]:
    """What may be ``given``, by its places, and what may have ``came``."""
    operation = _operation(description)
    given: dict[str, Any] = {}
    for one in operation.get("parameters", []):
        given.setdefault(one["in"], {})[one["name"]] = one["schema"]
    parts: dict[str, Any] = {
        place: {"type": "object", "properties": some, "required": [*some][:1]}
        for place, some in given.items()
    }
    if "requestBody" in operation:
        [body] = operation["requestBody"]["content"].values()
        parts["body"] = body["schema"]
    schema = {"type": "object", "properties": parts, "required": [*parts]}
    if parts:
        root = {"components": description["components"]}
        yield from ({"given": o} for o in instances(root | schema, random, count))
    answer = _answer(description)
    if answer is not None:
        yield from ({"came": one} for one in instances(answer, random, count))


def within(some: list[Any]) -> Iterator[Any]:
    """What can be checked by itself of values: all that is in them."""
    seen: set[str] = set()
    waiting = [one.get("given", one.get("came")) for one in some]
    for one in waiting:
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        if (key := json.dumps(one)) not in seen:
            seen.add(key)
            yield {"checked": one}


def _operation(description: Any) -> dict[str, Any]:
    [item] = description["paths"].values()
    found: dict[str, Any] = item["post"]
    return found


def _answer(description: Any) -> dict[str, Any] | None:
    content = _operation(description)["responses"]["200"].get("content", {})
    for one in content.values():
        schema: dict[str, Any] = one["schema"]
        return {"components": description["components"]} | schema
    return None


def is_described(description: Any, came: Any) -> bool:
    """Whether it is an answer as described."""
    schema = _answer(description)
    if schema is None:
        return False
    return bool(jsonschema_rs.Draft202012Validator(schema).is_valid(came))
