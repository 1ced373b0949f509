"""Whether a value is what a schema says, and no more: what a choice of schemas asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import local
from typing import Any, TypeVar

from .violations import Found

T = TypeVar("T")
R = TypeVar("R")


class _Refused(Exception):
    pass


class _Trial(Found):
    """Stops at the first rule that is broken."""

    def __init__(self) -> None:
        pass

    def within(self, fields: object) -> Found:
        return self

    def inside(self, *_: object, **__: object) -> Found:
        return self

    def refuse(self, *_: object, **__: object) -> None:
        raise _Refused

    def advise(self, *_: object, **__: object) -> None:
        pass


_TRIAL = _Trial()


class _Looking(local):
    # By check and identity: the value, which is so kept alive, and whether it fits.
    known: dict[tuple[object, int], tuple[object, bool]] | None = None


_LOOKING = _Looking()


def once(look: Callable[[T], R], value: T) -> R:
    """What `look` says, within which no check looks at a value twice.

    What schemas say that lead back to themselves is asked anew at each level of a
    value, of all below: that would take twice the time for each.
    """
    if _LOOKING.known is not None:
        return look(value)
    _LOOKING.known = {}
    try:
        return look(value)
    finally:
        _LOOKING.known = None


def fits(check: Callable[[Any, Found], object], value: object) -> bool:
    """Whether `value` breaks none of the rules that `check` knows."""
    known = _LOOKING.known
    if known is None:
        _LOOKING.known = {}
        try:
            return _fits(check, value)
        finally:
            _LOOKING.known = None
    key = check, id(value)
    found = known.get(key)
    if found is None:
        found = known[key] = value, _fits(check, value)
    return found[1]


def _fits(check: Callable[[Any, Found], object], value: object) -> bool:
    try:
        check(value, _TRIAL)
    except _Refused:
        return False
    return True
