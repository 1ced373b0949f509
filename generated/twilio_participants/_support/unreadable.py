"""Values of a response that are not of their kind, and objects, which mostly are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from .notes import are_noted

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


def as_record(read: Callable[[dict[str, Any]], T]) -> Callable[[Any], T]:
    """An object, by its reader. The value is left as it is: the reader gets a copy."""

    def decode(value: Any) -> T:
        if value.__class__ is dict:
            return read(value.copy())
        raise Unreadable("an object")

    return decode
