"""Checks that the rules of a description are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeGuard


class _Patterns(dict[str, re.Pattern[str]]):
    """Compiled regular expressions, by what they are; each at its first use."""

    def __missing__(self, expression: str) -> re.Pattern[str]:
        plain = expression
        if r"\p{" in expression or r"\P{" in expression:
            from .unicode import expand

            plain = expand(expression)
        found = self[expression] = re.compile(plain)
        return found


class _Matches(dict[str, Callable[[str], re.Match[str] | None]]):
    """What finds a regular expression in a text, by that expression."""

    def __missing__(self, expression: str) -> Callable[[str], re.Match[str] | None]:
        found = self[expression] = patterns[expression].search
        return found


patterns = _Patterns()
matches = _Matches()


def is_list(value: object) -> TypeGuard[Sequence[Any]]:
    """JSON's array: a list, or a tuple in its place."""
    return type(value) is list or isinstance(value, (list, tuple))


def is_object(value: object) -> TypeGuard[Mapping[str, Any]]:
    """JSON's object: a dict."""
    return isinstance(value, dict)


def is_integer(value: object) -> TypeGuard[float]:
    """JSON Schema 2020-12 §4.2.3: 1.0 is an integer; true is not."""
    if type(value) is int:
        return True
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> TypeGuard[float]:
    """JSON Schema 2020-12 §4.2.1: any finite number; true is not one."""
    if isinstance(value, float):
        return value - value == 0
    return isinstance(value, int) and not isinstance(value, bool)


def among(value: object, allowed: tuple[object, ...]) -> bool:
    """Whether `value` is in `allowed`, by JSON's equality: true is not 1."""
    if type(value) is str:
        return value in allowed
    if isinstance(value, (dict, list, tuple)):
        key = _key(value)
        return any(key == _key(one) for one in allowed)
    truth = isinstance(value, bool)
    return any(value == one and truth == isinstance(one, bool) for one in allowed)


def is_multiple(value: float, limit: float) -> bool:
    """JSON Schema 2020-12 §6.2.1: whether `value` / `limit` is an integer.

    It is exact: 0.3 is three times 0.1, as they are written.
    """
    if type(value) is int and type(limit) is int:
        return value % limit == 0
    return bool(_exact(value) % _exact(limit) == 0)


def _exact(value: float) -> Any:
    """`value` as it is written, not as it is stored."""
    from fractions import Fraction

    return Fraction(value) if isinstance(value, int) else Fraction(str(value))


def is_unique(items: Sequence[Any]) -> bool:
    """JSON Schema 2020-12 §6.4.3: whether no two of `items` are alike."""
    return len(set(map(_key, items))) == len(items)


def _key(value: Any) -> object:
    """What is equal, and has one hash, where JSON says so: true is not 1, 1.0 is."""
    if isinstance(value, bool):
        return bool, value
    if is_list(value):
        return tuple(map(_key, value))
    if is_object(value):
        return frozenset((name, _key(one)) for name, one in value.items())
    return value
