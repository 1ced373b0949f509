"""Characters by their properties, for the patterns that ask for them: ``[\\p{L}]``.

They are those of the Unicode that the running Python knows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from itertools import groupby

_CATEGORIES = (
    "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp "
    "Cc Cf Cs Co Cn"
).split()
_CASES = {"Uppercase": str.isupper, "Lowercase": str.islower}
_PROPERTY = re.compile(r"\\\\|\\([pP])\{([A-Z]\w*)\}")


def expand(expression: str) -> str:
    """`expression` with characters in place of the properties."""
    return _PROPERTY.sub(_spelled, expression)


@cache
def ranges(name: str) -> tuple[tuple[int, int], ...]:
    """The first and the last of each run of code points that have a property.

    Args:
        name: A general category, as Lu, L or LC, or Uppercase, or Lowercase.
    """
    if name in _CASES:
        runs, wanted = _runs(_CASES[name]), set[object]({True})
    else:
        from unicodedata import category

        cased = {"Lu", "Ll", "Lt"} if name == "LC" else set[str]()
        runs = _runs(category)
        wanted = {*(cased or (c for c in _CATEGORIES if c.startswith(name)))}
    found: list[tuple[int, int]] = []
    end = 0
    for said, length in runs:
        start, end = end, end + length
        if said in wanted:
            if found and found[-1][1] == start - 1:
                start, _ = found.pop()
            found.append((start, end - 1))
    return tuple(found)


@cache
def _runs(kind: Callable[[str], object]) -> list[tuple[object, int]]:
    """What `kind` says of the code points, and of how many in a row."""
    characters = map(chr, range(sys.maxunicode + 1))
    return [(said, sum(1 for _ in run)) for said, run in groupby(characters, kind)]


def _spelled(found: re.Match[str]) -> str:
    if found[1] is None:  # an escaped backslash, whatever comes after it
        return found[0]
    runs = ranges(found[2])
    if found[1] == "P":
        ends = [-1, *(last for _, last in runs)]
        starts = [*(first for first, _ in runs), sys.maxunicode + 1]
        between = ((a + 1, b - 1) for a, b in zip(ends, starts, strict=True))
        runs = tuple((first, last) for first, last in between if first <= last)
    return "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in runs)
