"""Which name a word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]

_LONG = 60
_MANY = 1000


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is `word` but for case, an ending, or a letter or two.

    Of a word of less than four letters none may differ, of less than eight one.
    """
    found: list[tuple[int, str]] = []
    # To compare very many, or very long ones, takes too long.
    known = {name for name in names if len(name) < _LONG and len(word) < _LONG}
    for name in sorted(known)[:_MANY]:
        one, other = _letters(word, name), _letters(name, word)
        longer = max(len(one), len(other))
        most = (longer > 3) + (longer > 7)
        apart = _apart(one, other, most)
        if apart <= most:
            found.append((apart, name))
    return min(found)[1] if found else None


def _letters(name: str, other: str) -> str:
    """What tells a name from another: neither its separators nor its plural."""
    stem, dot, ending = name.rpartition(".")
    if stem and other.endswith(dot + ending):
        name = stem  # what files of one kind end in makes none like another
    letters = "".join(filter(str.isalnum, name)).lower()
    if letters.endswith("ies"):
        return letters[:-3] + "y"
    return letters.removesuffix("s") if len(letters) > 3 else letters


def _apart(one: str, other: str, most: int) -> int:
    """How many letters are another, missing, too many, or swapped; `most` at least."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last: list[int] = [*range(len(other) + 1)]
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, against in enumerate(other):
            steps = min(last[j] + (letter != against), last[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and against == one[i - 1]:
                steps = min(steps, before[j - 1] + 1)
            row.append(steps)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
