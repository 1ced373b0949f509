"""Which of the new things is which of the old ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

__all__ = ["Names", "paired"]

T = TypeVar("T")
Names: TypeAlias = tuple[str, tuple[str, ...]]
"""What a thing is called in Python, and in the description; empty for nothing."""


def paired(
    old: Iterable[T], new: Iterable[T], names: Callable[[T], Names]
) -> Iterator[tuple[T | None, T | None]]:
    """The old things, each with the new one that it is, then new ones that are left.

    Those are the same that have both names the same; else those of one name in the
    description, as what is renamed may have left its name in Python to another; else
    those of one name in Python. A name with a number in it is but a place in a list:
    what stands there may be another, so that its name in Python counts first.
    """
    before, after = dict(enumerate(old)), dict(enumerate(new))
    waiting, left = dict(before), dict(after)
    found: dict[int, T] = {}
    ways: tuple[Callable[[Names], object], ...] = (
        lambda both: both,
        lambda both: both[1] if any(both[1]) and not _is_place(both[1]) else None,
        lambda both: both[0],
        lambda both: both[1] if any(both[1]) else None,
    )
    for way in ways:
        known = {way(names(one)): index for index, one in left.items()}
        for index, one in [*waiting.items()]:
            said = way(names(one))
            if said is not None and said in known:
                found[index] = left.pop(known.pop(said))
                del waiting[index]
    yield from ((one, found.get(index)) for index, one in before.items())
    yield from ((None, one) for one in left.values())


def _is_place(key: tuple[str, ...]) -> bool:
    """Whether a name in the description is a pointer by way of an item of a list."""
    return any(re.search(r"#/(.*/)?\d+(/| |$)", one) for one in key)
