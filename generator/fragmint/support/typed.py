"""Values of a response that Python has a type for: functions as in `decoders`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from .notes import Note, are_noted, noted
from .unreadable import Unreadable

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID


T = TypeVar("T")


def as_date(value: Any) -> date:
    """A date: ``2022-11-18`` (RFC 3339 §5.6)."""
    if type(value) is str and len(value) == 10 and value[4] == value[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise Unreadable("a date as in RFC 3339")


def as_datetime(value: Any) -> datetime:
    """A date and time with its offset: ``2022-11-18T10:15:00Z`` (RFC 3339 §5.6).

    Without an offset it would be hours off as soon as it is compared. A leap second is
    the one after it, as POSIX has it. What else ISO 8601 has is let pass, and noted.
    """
    if type(value) is str:
        with suppress(ValueError):
            read = datetime.fromisoformat(value.upper())
            if read.tzinfo is not None:
                if are_noted() and not _is_valid(value):
                    noted(Note(read, (), _DATE_TIME))
                return read
        if value[17:19] == "60" and _is_valid(value):
            with suppress(OverflowError):
                return as_datetime(f"{value[:17]}59{value[19:]}") + timedelta(seconds=1)
    raise Unreadable(_DATE_TIME)


_DATE_TIME = "a date and time as in RFC 3339"


def _is_valid(value: str) -> bool:
    from .format_times import valid_date_time  # few ask, and it has long patterns

    return valid_date_time(value)


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


def parsed(kind: Callable[[str], T]) -> Callable[[Any], T]:
    """A string, of which `kind` makes something else, or raises ValueError."""

    def decode(value: Any) -> T:
        if type(value) is str:
            with suppress(ValueError):
                return kind(value)
        raise Unreadable(f"text that {kind.__name__} takes")

    return decode
