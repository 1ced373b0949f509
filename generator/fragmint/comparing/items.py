"""Items of lists: what is refused of one, wherever it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from .formulas import Formula, Leaf, assuming, every

__all__ = ["anywhere"]

_REST = re.compile(r"islice\(enumerate\((\w+)\), (\d+), None\)")


def anywhere(rest: Formula, first: Callable[[int], Formula]) -> Formula:
    """What is refused in each place.

    Args:
        rest: What is where no place is told from others, maybe behind the first ones.
        first: What is in the place with this index.
    """
    found = _REST.search(repr(rest))
    if found is None:
        return rest
    parts = [assuming(rest, Leaf(found[0]))]
    for index in range(int(found[2])):
        is_there = Leaf(f"len({found[1]})", ">", index)
        parts.append(assuming(first(index), is_there))
    return every(parts)
