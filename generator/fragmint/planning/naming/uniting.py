"""Two sides of the name lock, as a merge leaves them -> one that keeps both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .ledger import OWNERS
from .promises import Names, Promises

__all__ = ["united"]

_Became = Mapping[str, Mapping[str, set[str]]]
"""Of each kind what names given up have become, on either side."""


def united(ours: Promises, theirs: Promises) -> tuple[Promises, tuple[str, ...]]:
    """What two sides promise, and where they contradict each other, a line each.

    Where one of them has renamed a thing, an alias says so, and the new name counts.
    """
    theirs = theirs.moved_to(ours.members, exactly=True)
    became: dict[str, dict[str, set[str]]] = {}
    for kind, old, new in (*_entries(ours.aliases), *_entries(theirs.aliases)):
        became.setdefault(kind, {}).setdefault(old, set()).add(new)
    names, wrong = _both(ours.names, theirs.names, became)
    gone, wrong_gone = _both(ours.gone, theirs.gone, became)
    aliases, wrong_aliases = _both(ours.aliases, theirs.aliases, became)
    promises = Promises(names, {**theirs.members, **ours.members}, gone, aliases)
    return promises, tuple(dict.fromkeys([*wrong, *wrong_gone, *wrong_aliases]))


def _both(ours: Names, theirs: Names, became: _Became) -> tuple[Names, list[str]]:
    """The names of both sides, by kind and key, and what contradicts."""
    found: dict[str, dict[str, set[str]]] = {}
    for kind, key, name in (*_entries(ours), *_entries(theirs)):
        here = found.setdefault(_placed(kind, became), {}).setdefault(key, set())
        here.add(name)
    names: Names = {}
    wrong: list[str] = []
    for kind, things in found.items():
        for key, said in things.items():
            last = _last(said, became.get(kind, {}))
            names.setdefault(kind, {})[key] = min(last)
            if len(last) > 1:
                wrong.append(f"{kind}: {key}: {' or '.join(sorted(last))}")
    return names, wrong


def _entries(names: Names) -> Iterator[tuple[str, str, str]]:
    for kind, found in names.items():
        yield from ((kind, key, name) for key, name in found.items())


def _placed(kind: str, became: _Became) -> str:
    """A kind by the name that its class or resource has by now."""
    head, _, owner = kind.partition(" ")
    if head not in OWNERS:
        return kind
    return f"{head} {min(_last({owner}, became.get(OWNERS[head], {})))}"


def _last(names: set[str], became: Mapping[str, set[str]]) -> set[str]:
    """What names of one thing have become; all of them if that goes in a circle."""
    met = names
    while more := {new for one in met for new in became.get(one, ())} - met:
        met = met | more
    return {one for one in met if one not in became} or met
