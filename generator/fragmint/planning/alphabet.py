"""The characters that matter to an expression: one for all that it treats alike.

A set of characters is a number with a bit for each of them, so that `&` is what two
sets share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..support.unicode import ranges
from .characters import LAST, Item, Property, complement
from .ecmascript import Chars, Literal

__all__ = ["Alphabet"]

_READABLE = "a0A!-. _\n"


class Alphabet:
    """The alphabet of an expression with these `sets`.

    Attributes:
        sets: What each of them is.
        letters: The bits, those first whose characters are good to read.
        end: A bit that stands for the end of the text.
    """

    def __init__(self, sets: Iterable[Literal | Chars]) -> None:
        different = list(dict.fromkeys(sets))
        edges: defaultdict[int, int] = defaultdict(int)
        for number, one in enumerate(different):
            for first, last in _runs(one):
                edges[first] ^= 1 << number
                edges[last + 1] ^= 1 << number
        for char in _READABLE:
            edges[ord(char)] ^= 0
        among, examples = 0, dict[int, int]()
        for code in sorted({0, *edges}):
            among ^= edges[code]
            if code <= LAST:
                examples[among] = min(examples.get(among, LAST), code, key=_oddity)
        alike = sorted(examples, key=lambda among: _oddity(examples[among]))
        self.examples = [chr(examples[among]) for among in alike]
        self.letters = [1 << index for index in range(len(alike))]
        self.end = 1 << len(alike)
        self.sets = dict.fromkeys(different, 0)
        for letter, among in zip(self.letters, alike, strict=True):
            while among:
                self.sets[different[among.bit_length() - 1]] |= letter
                among ^= 1 << among.bit_length() - 1

    def of_text(self, characters: int) -> int:
        """`characters` without the end."""
        return characters & self.end - 1

    def text(self, letters: Iterable[int]) -> str:
        """A text of these bits."""
        return "".join(self.examples[one.bit_length() - 1] for one in letters)


def _oddity(code: int) -> tuple[bool, int, int]:
    """What makes a character worse to read than others."""
    char = chr(code)
    place = _READABLE.find(char)
    return not char.isprintable(), place if place >= 0 else len(_READABLE), code


def _runs(one: Literal | Chars) -> Iterable[tuple[int, int]]:
    """The ranges of code points of a set, no two of which overlap."""
    if isinstance(one, Literal):
        return ((one.code, one.code),)
    found = complement(run for item in one.items for run in _of_item(item))
    return found if one.negated else complement(found)


def _of_item(item: Item) -> Iterable[tuple[int, int]]:
    if isinstance(item, Property):
        runs = ranges(item.name)
        return complement(runs) if item.negated else runs
    return ((item.first, item.last),)
