"""Values of a response: functions from what JSON has to what it stands for.

What is not of its kind raises `Unreadable`. The functions that take others make such
functions: ``list_of(as_text)``.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any, TypeVar

from .http import HttpResponse
from .readers import TOO_DEEP, invalid, json_of, unreadable
from .unreadable import Unreadable

T = TypeVar("T")


def decoded(response: HttpResponse, decoder: Callable[[Any], T]) -> T:
    """What the JSON in the body of `response` stands for.

    Raises:
        InvalidResponse: the body is not JSON, or not what `decoder` reads, or nests too
            deep.
    """
    value = json_of(response)
    try:
        return decoder(value)
    except Unreadable as error:
        why = f"{error}" if error.path else f"it is not {error.kind}"
    except RecursionError:
        why = TOO_DEEP
    raise invalid(response, "as described", why)


def value(data: dict[str, Any], name: str, decode: Callable[[Any], T]) -> T | None:
    """What `decode` reads."""
    raw = data.pop(name, None)
    if raw is None:
        return None
    try:
        return decode(raw)
    except Unreadable as error:
        found = [(one.kind, one.path) for one in (error, *error.others)]
    for kind, path in found:
        unreadable(data, name, raw, kind, path)
    return None


def as_anything(value: Any) -> Any:
    """Whatever it is."""
    return value


def as_text(value: Any) -> str:
    """A string."""
    if type(value) is str:
        return value
    raise Unreadable("a string")


def as_integer(value: Any) -> int:
    """An integer; 1.0 is one (JSON Schema 2020-12 §4.2.3)."""
    if type(value) is int:
        return value
    if type(value) is float and value.is_integer():
        return int(value)
    raise Unreadable("an integer")


def as_number(value: Any) -> float:
    """A number."""
    if type(value) is float or type(value) is int:
        return value
    raise Unreadable("a number")


def as_boolean(value: Any) -> bool:
    """True or false."""
    if type(value) is bool:
        return value
    raise Unreadable("a boolean")


def as_null(value: Any) -> None:
    """Null."""
    if value is not None:
        raise Unreadable("null")


def as_object(value: Any) -> dict[str, Any]:
    """An object with any names and values."""
    if value.__class__ is dict:
        return value
    raise Unreadable("an object")


def list_of(decode: Callable[[Any], T]) -> Callable[[Any], list[T]]:
    """A list, of which each item is read by `decode`."""

    def decode_list(value: Any) -> list[T]:
        if value.__class__ is not list:
            raise Unreadable("a list")
        items: list[T] = []
        try:
            for item in value:
                items.append(decode(item))  # noqa: PERF401  # its index, below
        except Unreadable as error:
            unreadable = error.below(len(items))
        else:
            return items
        given: list[Any] = value
        rest = islice(enumerate(given), len(items) + 1, None)
        raise unreadable.among(decode, rest)

    return decode_list


def map_of(decode: Callable[[Any], T]) -> Callable[[Any], dict[str, T]]:
    """An object with any names, of which each value is read by `decode`."""

    def decode_map(value: Any) -> dict[str, T]:
        if value.__class__ is not dict:
            raise Unreadable("an object")
        named: dict[str, T] = {}
        name = ""
        try:
            for name, one in value.items():
                named[name] = decode(one)
        except Unreadable as error:
            unreadable = error.below(name)
        else:
            return named
        raise unreadable.among(decode, islice(value.items(), len(named) + 1, None))

    return decode_map


def nullable(decode: Callable[[Any], T]) -> Callable[[Any], T | None]:
    """Null, or what `decode` reads."""

    def decode_nullable(value: Any) -> T | None:
        return None if value is None else decode(value)

    return decode_nullable
