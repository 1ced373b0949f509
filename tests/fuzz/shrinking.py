"""Smaller schemas and instances that two validators still disagree about."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["shrunk"]

_MOST_SECONDS = 20


def shrunk(
    schema: Any,
    instance: Any,
    is_wanted: Callable[[Any, Any], bool],
    seconds: float = _MOST_SECONDS,
) -> tuple[Any, Any]:
    """The smallest schema and instance found for which `is_wanted` holds.

    Args:
        schema: Where to begin; `is_wanted` holds for it and `instance`.
        instance: The instance.
        is_wanted: Whether a schema and an instance still show what is looked for.
        seconds: How long it may take.
    """
    end = time.monotonic() + seconds
    best: Any = [schema, instance]
    is_smaller = True
    while is_smaller and time.monotonic() < end:
        is_smaller = False
        for part in (1, 0):
            for one in _smaller(best[part]):
                pair = [one, best[1]] if part == 0 else [best[0], one]
                if time.monotonic() > end:
                    break
                if _size(one) < _size(best[part]) and is_wanted(*pair):
                    best, is_smaller = pair, True
                    break
    return best[0], best[1]


def _size(value: Any) -> tuple[int, str]:
    """What is smaller is shorter, or else comes first."""
    text = json.dumps(value)
    return len(text), text


def _smaller(value: Any) -> Iterator[Any]:
    """`value` with one thing in it simplified, what is outermost first."""
    level: list[tuple[tuple[str | int, ...], Any]] = [((), value)]
    while level:
        for path, one in level:
            for simple in _simple(one):
                yield _put(value, path, simple)
        level = [
            ((*path, key), inner) for path, one in level for key, inner in _inner(one)
        ]


def _inner(value: Any) -> list[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return [*value.items()]
    return [*enumerate(value)] if isinstance(value, list) else []


def _simple(value: Any) -> Iterator[Any]:
    """What could stand in place of `value`."""
    inner = _inner(value)
    if len(inner) > 3:  # first large steps, by halves
        half = len(inner) // 2
        yield from (_of(value, inner[:half]), _of(value, inner[half:]))
    for at in range(len(inner)):
        yield _of(value, inner[:at] + inner[at + 1 :])
    yield from (one for _, one in inner)
    yield from (one for _, outer in inner for _, one in _inner(outer))
    match value:
        case bool() | None:
            return
        case int() | float():
            yield from (0, 1, int(value), value // 2)
        case str():
            yield from (0, value[: len(value) // 2], value[1:], value[:-1])
        case _:
            yield from (0, True, False)


def _of(value: Any, inner: list[tuple[str | int, Any]]) -> Any:
    if isinstance(value, dict):
        return dict(inner)
    return [one for _, one in inner]


def _put(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """`value` with `new` at `path`."""
    if not path:
        return new
    first, *rest = path
    changed = [
        (key, _put(one, tuple(rest), new) if key == first else one)
        for key, one in _inner(value)
    ]
    return _of(value, changed)
