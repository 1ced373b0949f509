"""Where jsonschema-rs deviates from the standard; docs/fuzzing.md has the reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from .judging import ours, peer, third

__all__ = ["KNOWN", "explained"]


def _multiples(schema: Any, instance: Any) -> bool:
    """Of a number and a step, we say what exact arithmetic says, and the peer not."""
    numbers = [one for _, one in _within(instance) if _is_number(one)]
    steps = [one for at, one in _within(schema) if at == "multipleOf"]
    for step in filter(_is_number, steps):
        alone = {"multipleOf": step}
        we, they = ours(alone), peer(alone)
        for one in numbers:
            exact = (Fraction(str(one)) / Fraction(str(step))).denominator == 1
            if we(one) is exact is not they(one):
                return True
    return False


def _twice(schema: Any, instance: Any) -> bool:
    """The peer looks for a folder in itself, and the third validator says as we do."""
    said = peer(schema)(instance)
    repeats = re.search(r"Resource '[^']*/([^/']+/)\1", str(said))
    return bool(repeats) and third(schema)(instance) is ours(schema)(instance)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _within(value: Any, at: object = None) -> Iterator[tuple[object, Any]]:
    """`value` and all that is in it, each with the key or index that it is at."""
    yield at, value
    inner: list[tuple[object, Any]] = []
    if isinstance(value, dict | list):
        inner = [*(value.items() if isinstance(value, dict) else enumerate(value))]
    for key, one in inner:
        yield from _within(one, key)


KNOWN: Mapping[str, Callable[[Any, Any], bool]] = {
    "multipleOf of decimals is inexact": _multiples,
    "a relative $id is resolved twice": _twice,
}
"""By name: whether a disagreement comes of just that, once it has been shrunk."""


def explained(schema: Any, instance: Any) -> str | None:
    """What in the peer a shrunk disagreement comes of, if that is known."""
    return next((name for name, one in KNOWN.items() if one(schema, instance)), None)
