"""Values of a response that are of one kind or another: functions as in `decoders`.

What those of unions return has a type that only their callers can say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from .notes import Note, noted
from .trials import once
from .unreadable import Unreadable

_ANY_KIND = "of any kind that is described"


def first_of(*decoders: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The first that can be read, of members which reading tells apart."""

    def decode_first(value: Any) -> Any:
        for decode in decoders:
            with suppress(Unreadable):
                return decode(value)
        raise Unreadable(_ANY_KIND)

    return decode_first


def one_of(
    *members: tuple[Callable[[Any], bool], Callable[[Any], Any]],
) -> Callable[[Any], Any]:
    """The first member whose predicate holds, and that can be read.

    A server can be ahead of its description: where no predicate holds, it is the first
    that can be read at all.
    """

    def decode_one(value: Any) -> Any:
        fitting = [decode for fits, decode in members if fits(value)]
        for decode in fitting or [decode for _, decode in members]:
            with suppress(Unreadable):
                read = decode(value)
                if not fitting:
                    noted(Note(read, (), _ANY_KIND, "anyOf"))
                return read
        raise Unreadable(_ANY_KIND)

    return partial(once, decode_one)


def is_readable(decode: Callable[[Any], object]) -> Callable[[Any], bool]:
    """Whether `decode` reads it."""

    def fits(value: Any) -> bool:
        try:
            decode(value)
        except Unreadable:
            return False
        return True

    return fits


def is_list_of(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether it is a list, of which `fits` holds of each item."""
    return lambda value: value.__class__ is list and all(map(fits, value))


def is_map_of(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether it is an object, of which `fits` holds of each value."""
    return lambda value: value.__class__ is dict and all(map(fits, value.values()))


def is_any_of(*fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether one of `fits` holds."""
    return lambda value: any(one(value) for one in fits)


def kept(tag: str) -> tuple[Callable[[Any], bool], Callable[[Any], Any]]:
    """A member for `one_of`: an object as it came, whose property `tag` is a string."""

    def decode(value: Any) -> Any:
        if value.__class__ is dict and type(value.get(tag)) is str:
            return value
        raise Unreadable(f"an object with {tag!r}")

    return is_readable(decode), decode


def by_tag(
    tag: str,
    members: Mapping[str, Callable[[Any], Any]],
    otherwise: Callable[[Any], Any] | None = None,
    *,
    unknown: Callable[[Any], Any] | None = None,
) -> Callable[[Any], Any]:
    """The member that the property `tag` of an object names: its discriminator.

    `otherwise` reads what names none of them, if something is said of that, `unknown`
    if nothing is. What they keep as it came is none that is described.
    """

    def decode_tagged(value: Any) -> Any:
        named = value.__class__ is dict
        name: Any = value.get(tag) if named else None
        decode = members.get(name) if type(name) is str else None
        if decode is not None:
            return decode(value)
        decode = otherwise or unknown
        if decode is None:
            raise Unreadable(f"an object with a known {tag!r}")
        read = decode(value)
        if named and (otherwise is None or read is value):
            known = ", ".join(map(repr, members))
            noted(Note(read, (tag,), f"one of {known}", "discriminator"))
        return read

    return decode_tagged
