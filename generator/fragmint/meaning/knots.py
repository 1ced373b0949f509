"""Keeps what is computed of schemas that refer to one another in circles.

Within a circle, what is computed of a member depends on where the circle was entered.
So it is kept only for as long as that entry is being computed, and every member is
computed anew when it is the one that is asked for: then nothing depends on the order of
asking. Which schemas form a circle comes out on the way (Tarjan's algorithm).
"""

from __future__ import annotations

from typing import Generic, TypeVar

from ..reading import Pointer

__all__ = ["Knots"]

T = TypeVar("T")


class Knots(Generic[T]):
    """What was computed of schemas, by where they stand.

    It is told where a computation starts and ends, and does not call it: that would
    take from the depth that schemas can have.
    """

    def __init__(self) -> None:
        self._kept: dict[Pointer, T] = {}
        self._circles: dict[Pointer, frozenset[Pointer]] = {}
        self._active: dict[Pointer, int] = {}
        self._number = 0
        # Of members of a circle that is being computed: the earliest start of those
        # that they lead to. That of the computations themselves is on a stack.
        self._open: dict[Pointer, tuple[T, int]] = {}
        self._earliest: list[int] = []

    def is_within(self, pointer: Pointer) -> bool:
        """Whether `pointer` is being computed."""
        if pointer not in self._active:
            return False
        self._lead_to(self._active[pointer])
        return True

    def found(self, pointer: Pointer) -> T | None:
        """What was computed of `pointer`, if that is what it would be now."""
        if pointer in self._open:
            value, earliest = self._open[pointer]
            self._lead_to(earliest)
            return value
        circle = self._circles.get(pointer)
        if circle is not None and not circle.isdisjoint(self._active):
            return None
        return self._kept.get(pointer)

    def start(self, pointer: Pointer) -> None:
        """Note that `pointer` is being computed."""
        self._number += 1
        self._active[pointer] = self._number
        self._earliest.append(self._number)

    def end(self, pointer: Pointer, value: T) -> T:
        """Keep `value`, which was computed of `pointer`: the last one to start."""
        number, earliest = self._active.pop(pointer), self._earliest.pop()
        if earliest < number:
            self._open[pointer] = value, earliest
            self._lead_to(earliest)
            return value
        self._kept[pointer] = value
        members = {pointer}
        # The members of this circle are the last ones that were left open.
        while self._open and next(reversed(self._open.values()))[1] >= number:
            members.add(self._open.popitem()[0])
        if len(members) > 1:
            self._circles[pointer] = frozenset(members)
        return value

    def _lead_to(self, number: int) -> None:
        """Note that what is being computed depends on what started as `number`."""
        if self._earliest:
            self._earliest[-1] = min(self._earliest[-1], number)
