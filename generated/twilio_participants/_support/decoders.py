"""Values of a response: functions from what JSON has to what it stands for.

What is not of its kind raises `Unreadable`. The functions that take others make such
functions: ``list_of(as_date)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from .notes import Note, are_noted, noted

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

__all__ = [
    "Unreadable",
    "as_anything",
    "as_boolean",
    "as_bytes",
    "as_date",
    "as_datetime",
    "as_decimal",
    "as_integer",
    "as_null",
    "as_number",
    "as_object",
    "as_record",
    "as_rfc_2822",
    "as_text",
    "as_uuid",
    "by_tag",
    "first_of",
    "is_any_of",
    "is_list_of",
    "is_map_of",
    "is_readable",
    "list_of",
    "map_of",
    "nullable",
    "one_of",
    "parsed",
]

T = TypeVar("T")


class Unreadable(ValueError):
    """A value is not of `kind`; `path` says where in the one that was to be read.

    The value itself is not here: it can be secret. `others` are what else is not, where
    that is noted.
    """

    def __init__(self, kind: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(kind, path)
        self.kind = kind
        self.path = path
        self.others: list[Unreadable] = []

    def __str__(self) -> str:
        where = "".join(f"[{step!r}]" for step in self.path)
        return f"{where} is not {self.kind}".lstrip()

    def below(self, step: str | int) -> Unreadable:
        """The same, seen from one step above."""
        seen = Unreadable(self.kind, (step, *self.path))
        seen.others = [one.below(step) for one in self.others]
        return seen

    def among(
        self, decode: Callable[[Any], object], rest: Iterable[tuple[str | int, Any]]
    ) -> Unreadable:
        """The same, with what `decode` cannot read of the `rest`."""
        for step, one in rest if are_noted() else ():
            try:
                decode(one)
            except Unreadable as error:
                seen = error.below(step)
                self.others += [seen, *seen.others]
            if len(self.others) >= _MANY:
                break
        return self


_MANY = 100  # who answers so much wrong is told no more


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


def as_date(value: Any) -> date:
    """A date: ``2022-11-18`` (RFC 3339 §5.6)."""
    if type(value) is str and len(value) == 10 and value[4] == value[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise Unreadable("a date as in RFC 3339")


def as_datetime(value: Any) -> datetime:
    """A date and time with its offset: ``2022-11-18T10:15:00Z`` (RFC 3339 §5.6).

    Without an offset it would be hours off as soon as it is compared.
    """
    if type(value) is str:
        with suppress(ValueError):
            read = datetime.fromisoformat(value.upper())
            if read.tzinfo is not None:
                return read
    raise Unreadable("a date and time as in RFC 3339")


def as_uuid(value: Any) -> UUID:
    """A UUID (RFC 9562)."""
    from uuid import UUID

    if type(value) is str:
        with suppress(ValueError):
            return UUID(value)
    raise Unreadable("a UUID")


def as_bytes(value: Any) -> bytes:
    """Bytes as base64 (RFC 4648 §4), or as its variant for URLs (§5)."""
    from base64 import b64decode

    if type(value) is str:
        with suppress(ValueError):
            plain = value.rstrip("=").replace("-", "+").replace("_", "/")
            return b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    raise Unreadable("base64")


def as_decimal(value: Any) -> Decimal:
    """A decimal number, as a string or as a number."""
    from decimal import Decimal, InvalidOperation

    if type(value) in (str, int, float):
        with suppress(InvalidOperation):
            read = Decimal(str(value))
            if read.is_finite() and "_" not in str(value):
                return read
    raise Unreadable("a decimal number")


def as_rfc_2822(value: Any) -> datetime:
    """A date and time as in electronic mail: ``Fri, 18 Nov 2022 10:15:00 +0000``."""
    from email.utils import parsedate_to_datetime

    if type(value) is str:
        with suppress(OverflowError, ValueError):
            read = parsedate_to_datetime(value)
            if read.tzinfo is not None:
                return read
    raise Unreadable("a date as in RFC 2822")


def as_object(value: Any) -> dict[str, Any]:
    """An object with any names and values."""
    if value.__class__ is dict:
        return value
    raise Unreadable("an object")


def parsed(kind: Callable[[str], T]) -> Callable[[Any], T]:
    """A string, of which `kind` makes something else, or raises ValueError."""

    def decode(value: Any) -> T:
        if type(value) is str:
            with suppress(ValueError):
                return kind(value)
        raise Unreadable(f"text that {kind.__name__} takes")

    return decode


def as_record(read: Callable[[dict[str, Any]], T]) -> Callable[[Any], T]:
    """An object, by its reader. The value is left as it is: the reader gets a copy."""

    def decode(value: Any) -> T:
        if value.__class__ is dict:
            return read(value.copy())
        raise Unreadable("an object")

    return decode


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


def first_of(*decoders: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The first that can be read, of members which reading tells apart.

    What these functions of unions return has a type that only their callers can say.
    """

    def decode_first(value: Any) -> Any:
        for decode in decoders:
            with suppress(Unreadable):
                return decode(value)
        raise Unreadable(_ANY_KIND)

    return decode_first


_ANY_KIND = "of any kind that is described"


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

    return decode_one


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


def by_tag(
    tag: str,
    members: Mapping[str, Callable[[Any], Any]],
    otherwise: Callable[[Any], Any] | None = None,
    *,
    unknown: Callable[[Any], Any] | None = None,
) -> Callable[[Any], Any]:
    """The member that the property `tag` of an object names: its discriminator.

    `otherwise` reads what names none of them, if something is said of that, `unknown`
    if nothing is.
    """

    def decode_tagged(value: Any) -> Any:
        named = value.__class__ is dict
        name: Any = value.get(tag) if named else None
        decode = members.get(name) if type(name) is str else None
        if decode is not None:
            return decode(value)
        if otherwise is not None:
            return otherwise(value)
        if unknown is None:
            raise Unreadable(f"an object with a known {tag!r}")
        read = unknown(value)
        if named:
            known = ", ".join(map(repr, members))
            noted(Note(read, (tag,), f"one of {known}", "discriminator"))
        return read

    return decode_tagged
