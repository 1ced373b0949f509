"""Branches of which one is to hold: whether no value can be two of them, for sure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from .formulas import FALSE, Every, Formula, Leaf, every, implies, negated, some

__all__ = ["Apart", "Said", "are_apart", "exactly_one", "never"]

Apart: TypeAlias = Callable[[Formula, Formula], bool]
"""Whether two branches leave each other out, by when each of them holds."""

_MOST = 8
"""Branches of which each two are looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a function says of objects: the properties that have to be there, when one
    is refused, and which there can be at all, if not all. `is_object`: else of nothing.
    """

    required: frozenset[str] = frozenset()
    refused: Mapping[str, Formula] = field(default_factory=dict[str, Formula])
    known: frozenset[str] | None = None
    is_object: bool = False

    def also(self, other: Said) -> Said:
        """What both say."""
        closed = [one.known for one in (self, other) if one.known is not None]
        names = [*self.refused, *other.refused]
        return Said(
            self.required | other.required,
            {
                name: some(one.refused.get(name, FALSE) for one in (self, other))
                for name in names
            },
            closed[0].intersection(*closed) if closed else None,
            is_object=self.is_object or other.is_object,
        )

    def is_apart(self, other: Said) -> bool:
        """Whether no object is as both say."""
        for one, another in ((self, other), (other, self)):
            if one.known is not None and another.required - one.known:
                return True
        for name in self.required | other.required:
            no, nor = (side.refused.get(name, FALSE) for side in (self, other))
            if implies(negated(no), nor) or implies(negated(nor), no):
                return True
        return False


def never(one: Formula, other: Formula) -> bool:
    """For where nothing is known of branches."""
    return False


def exactly_one(branches: list[Formula], apart: Apart) -> Formula:
    """When one of `branches` holds, and no second one."""
    both = [pair for pair in combinations(branches, 2) if not apart(*pair)]
    if len(branches) > _MOST and both:
        text = " or ".join(sorted(map(repr, both)))
        return every([some(branches), Leaf(text, holds=False)])
    return every([some(branches), *(negated(every(pair)) for pair in both)])


def are_apart(
    one: Formula,
    other: Formula,
    said: Callable[[str], Said],
    *,
    are_objects: bool = False,
) -> bool:
    """Whether two branches leave each other out.

    Args:
        one: When the first holds.
        other: As above, the second.
        said: What a function says, by its name.
        are_objects: What has fields is one for sure.
    """
    passed = [[*_passed(branch)] for branch in (one, other)]
    for function, subject in passed[0]:
        for another, about in passed[1]:
            both = said(function), said(another)
            objects = any(side.is_object for side in both)
            objects = objects or (are_objects and subject == "fields")
            if subject == about and objects and both[0].is_apart(both[1]):
                return True
    one, other = (
        every([branch, *_objects(functions, said)])
        for branch, functions in zip((one, other), passed, strict=True)
    )
    return implies(one, negated(other))


def _objects(
    functions: list[tuple[str, str]], said: Callable[[str], Said]
) -> Iterator[Formula]:
    for function, subject in functions:
        if said(function).is_object:
            yield Leaf(subject, "is", "object")


def _passed(branch: Formula) -> Iterator[tuple[str, str]]:
    """The functions that refuse nothing where a branch holds, each with of what."""
    for part in branch.parts if isinstance(branch, Every) else (branch,):
        match part:
            case Leaf(subject, "", "", False):
                if found := re.fullmatch(r"(\w+)\((.*)\)", subject):
                    yield found[1], found[2]
            case _:
                pass
