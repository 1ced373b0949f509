"""Which member of a list is which, in a description and in what it was before.

An inline schema is known by its place, and the place of one in `oneOf`, `prefixItems`
or `parameters` has its position in it, which changes as soon as another is put before
it. So the lock keeps what each such member says of itself, too. The positions of what
is gone count down from -1, where they are in nobody's way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

__all__ = ["moved", "moves"]

_INDEX = re.compile("-?[0-9]{1,9}")


def moves(
    before: Mapping[str, str], after: Mapping[str, str], *, exactly: bool = False
) -> dict[str, str]:
    """The place now of each place before.

    A member is the one that says the same; of what is left over, the one that has the
    most words in common, if any. What was gone before is only what says the same.

    Args:
        before: What the members of lists said of themselves, by place.
        after: The same, of the description as it is now.
        exactly: Whether a member is only what says the same, as where the two are
            beside each other.
    """
    lists, now = _by_list(before), _by_list(after)
    found: dict[str, str] = {}
    for parent in sorted(lists, key=lambda place: place.count("/")):
        place = moved(parent, found)
        there = dict(now[place]) if place in now else {}
        free = dict(there)
        left = dict(sorted(lists[parent], key=lambda one: (one[0] < 0, one)))
        pairs: dict[int, int] = {}
        for index, said in list(left.items()):
            same = next((new for new, text in free.items() if text == said), None)
            if same is not None:
                pairs[index] = same
                del left[index], free[same]
        if not exactly:
            pairs |= _alike({i: said for i, said in left.items() if i >= 0}, free)
        last = min(0, *there, *(index for index, _ in lists[parent]))
        for index in left:
            if index not in pairs:
                stays = index < 0 and index not in there
                last -= not stays
                pairs[index] = index if stays else last
        found |= {f"{parent}/{old}": f"{place}/{new}" for old, new in pairs.items()}
    return found


def _alike(
    before: Mapping[int, str], after: Mapping[int, str]
) -> Iterator[tuple[int, int]]:
    words = {index: set(said.split()) for index, said in after.items()}
    for index, said in before.items():
        common = {new: len(own & set(said.split())) for new, own in words.items()}
        best = max(common, key=lambda new: (common[new], -new), default=None)
        if best is not None and common[best]:
            yield index, best
            del words[best]


def moved(place: str, moves: Mapping[str, str]) -> str:
    """Where `place` is now."""
    end = len(place)
    while end > 0:
        if place[:end] in moves:
            return moves[place[:end]] + place[end:]
        end = place.rfind("/", 0, end)
    return place


def _by_list(members: Mapping[str, str]) -> dict[str, list[tuple[int, str]]]:
    lists: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, said in members.items():
        parent, _, index = place.rpartition("/")
        if _INDEX.fullmatch(index):
            lists[parent].append((int(index), said))
    return {parent: sorted(found) for parent, found in lists.items()}
