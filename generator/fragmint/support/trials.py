"""Whether a value is what a schema says, and no more: what a choice of schemas asks."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from .violations import Found, Path

__all__ = ["Remembering", "fits"]


class _Refused(Exception):
    pass


class _Trial(Found):
    """Stops at the first rule that is broken."""

    def __init__(self) -> None:
        pass

    def within(self, fields: object) -> Found:
        return self

    def inside(self, at: str | Path, schema: str) -> Found:
        return self

    def refuse(self, *_: object, **__: object) -> None:
        raise _Refused

    def advise(self, *_: object, **__: object) -> None:
        pass


_TRIAL = _Trial()

# By check and identity: the value, which is so kept alive, and whether it fits.
_KNOWN: ContextVar[dict[tuple[object, int], tuple[object, bool]] | None] = ContextVar(
    "known", default=None
)


class Remembering:
    """Until the outermost of these ends, each value is looked at but once by a check.

    What schemas say that lead back to themselves is asked anew at each level of a
    value, of all below: that would take twice the time for each.
    """

    __slots__ = ("_outermost",)

    def __enter__(self) -> None:
        self._outermost = _KNOWN.set({}) if _KNOWN.get() is None else None

    def __exit__(self, *_: object) -> None:
        if self._outermost is not None:
            _KNOWN.reset(self._outermost)


def fits(check: Callable[[Any, Found], object], value: object) -> bool:
    """Whether `value` breaks none of the rules that `check` knows."""
    known = _KNOWN.get()
    if known is None:
        with Remembering():
            return fits(check, value)
    key = check, id(value)
    if key not in known:
        try:
            check(value, _TRIAL)
        except _Refused:
            known[key] = value, False
        else:
            known[key] = value, True
    return known[key][1]
