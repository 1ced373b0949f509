"""What is given as the options of a client, looked at before it is used."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from .encoding import unsendable
from .http import Timeout
from .receiving import Limits
from .retries import Retries

__all__ = [
    "as_function",
    "as_headers",
    "as_limits",
    "as_names",
    "as_retries",
    "as_timeout",
]


def as_timeout(given: Any) -> Timeout:
    """A `Timeout`, of which a number is the total.

    Raises:
        TypeError, ValueError: It is none. So do all here.
    """
    made = given if isinstance(given, Timeout) else Timeout(total=given)
    for name in ("connect", "read", "total"):
        seconds = getattr(made, name)
        if seconds is not None:
            _number(f"timeout: {name}", seconds)
            if seconds <= 0:
                raise ValueError(f"timeout: {name} must be above 0, not {seconds}")
    return made


def as_headers(given: Mapping[str, str]) -> dict[str, str]:
    """Headers that can be sent; the error tells no value."""
    name = unsendable(given)
    if name is not None:
        raise ValueError(
            f"headers: the value of {name} is no text, or has a line break or other"
            " control character"
        )
    return dict(given)


def as_retries(given: Any) -> Retries:
    """A `Retries`, of which a number says how often."""
    made = given if isinstance(given, Retries) else Retries(times=given)
    for name in ("times", "first", "longest"):
        value = getattr(made, name)
        _number(f"retries: {name}", value)
        if value < 0:
            raise ValueError(f"retries: {name} must not be below 0, as is {value}")
    return made


def as_limits(given: Any) -> Limits:
    """A `Limits`."""
    if not isinstance(given, Limits):
        raise TypeError(f"limits must be Limits(…), not {given!r}")
    return given


def as_names(given: Collection[str]) -> frozenset[str]:
    """Names, which are more than the letters of one."""
    if isinstance(given, str):
        raise TypeError(f"masked must be a list of names, such as [{given!r}]")
    return frozenset(given)


def as_function(name: str, given: object) -> None:
    """See that it is a function, or None."""
    if given is not None and not callable(given):
        raise TypeError(f"{name} must be a function, not a {type(given).__name__}")


def _number(name: str, value: object) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError(f"{name} must be a number, not {value!r}")
