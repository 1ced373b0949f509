"""Candidates -> names, all at once: what two things want, neither has.

Why adding things renames nothing: each name that was given is a promise, kept in the
lock under the key of its thing, and a promise comes before every wish. A new thing that
wants a promised name moves on to a name with more context. Without the lock a name is a
function of the whole set of things, so a thing whose name a new one wants too is
renamed with it; never one that shares no candidate with the new things or those
they push away.

What is gone keeps its name: nothing that comes later gets that, until it is back. What
comes in the run in which something goes may have its name, as far as it asks for it: it
is most often the same thing under another key. Where ``/v1`` of all paths becomes
``/v2``, all names go on.
"""

from __future__ import annotations

import keyword
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from .spelling import digested, is_sound

__all__ = ["Broken", "Candidates", "Resolution", "exactly", "loosely", "resolve"]

Candidates = tuple[str, ...]
"""Names for one thing, the most wanted first, each with more context.

A candidate may come again: it is what the thing has to say on this level too, while
its rivals say more.
"""


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that could not be kept: `key` was `old` and is `new`."""

    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """A name for every key, in the order of the keys, and the promises broken."""

    names: dict[str, str]
    broken: tuple[Broken, ...] = ()


def exactly(name: str) -> str:
    """Distinct is what Python tells apart: for fields, arguments and methods."""
    return name


def loosely(name: str) -> str:
    """Distinct also without case and underscores.

    For what becomes a file: names that are distinct so are distinct in snake case, in
    the case of classes, and to a file system that knows no case.
    """
    return normalize("NFKC", name.casefold()).replace("_", "")


def resolve(
    wanted: Mapping[str, Candidates],
    reserved: Collection[str] = (),
    promised: Mapping[str, str] | None = None,
    *,
    gone: Mapping[str, str] | None = None,
    fold: Callable[[str], str] = exactly,
    precedence: Callable[[str], int] | None = None,
    companions: Callable[[str, str], Collection[str]] | None = None,
) -> Resolution:
    """A name for each key of `wanted`, whatever order they come in.

    All rivals for a name move on to their next candidates together, round by round;
    then there are digests of the keys, which are no count of anything.

    Args:
        wanted: The candidates of each thing, by a key that it keeps.
        reserved: Names that nothing gets.
        promised: Names given before, by key.
        gone: Names of what was gone before; only what has its key gets it.
        fold: Names that it makes equal cannot stand beside each other.
        precedence: Where one rival has the lowest, it stays and the others move on.
        companions: The names that come with one: `AsyncPets` with `Pets`.
    """
    table = _Table(frozenset(reserved), fold, companions)
    promised, gone = promised or {}, gone or {}
    kept: dict[str, str] = {}
    for before in (promised, gone):
        for key in sorted(before.keys() & wanted.keys() - kept.keys()):
            if table.can_keep(key, before[key]):
                kept[key] = before[key]
                table.hold(key, before[key])
    for key in gone.keys() - wanted.keys():
        table.hold(key, gone[key])
    free = {key: _Wish(key, wanted[key]) for key in wanted if key not in kept}
    moving = list(free.values())
    while moving:
        touched: set[str] = set()
        for wish in moving:
            touched |= table.enter(wish)
        losers = table.losers(touched, precedence)
        for wish in losers:
            table.leave(wish)
            wish.level += 1
        moving = losers
    names = {
        key: kept[key] if key in kept else free[key].name for key in sorted(wanted)
    }
    before = {**gone, **promised}
    broken = tuple(
        Broken(key, before[key], name)
        for key, name in names.items()
        if key in before and before[key] != name
    )
    return Resolution(names, broken)


class _Wish:
    """A thing that has no promise, and how far it has moved on."""

    __slots__ = ("candidates", "key", "level")

    def __init__(self, key: str, candidates: Candidates) -> None:
        self.key = key
        self.candidates = candidates
        self.level = 0

    @property
    def exhausted(self) -> bool:
        return self.level >= len(self.candidates) - 1

    @property
    def name(self) -> str:
        beyond = self.level - len(self.candidates)
        if beyond < 0:
            return self.candidates[self.level]
        digest = sha256(self.key.encode(errors="surrogatepass")).hexdigest()
        return digested(self.candidates[0], digest[: 6 + 4 * beyond])


class _Table:
    """Who has which name at the moment."""

    def __init__(
        self,
        reserved: frozenset[str],
        fold: Callable[[str], str],
        companions: Callable[[str, str], Collection[str]] | None,
    ) -> None:
        self.reserved = reserved
        self.fold = fold
        self.companions = companions
        self.held: set[str] = set()
        self.holders: defaultdict[str, dict[str, _Wish]] = defaultdict(dict)

    def _all(self, key: str, name: str) -> set[str]:
        more = self.companions(key, name) if self.companions else ()
        return {name, *more}

    def taken_by(self, key: str, name: str) -> set[str]:
        return {self.fold(one) for one in self._all(key, name)}

    def hold(self, key: str, name: str) -> None:
        """Give `name` to nobody who asks for it."""
        self.held.update(self.taken_by(key, name))

    def can_keep(self, key: str, name: str) -> bool:
        return (
            is_sound(name)
            and not keyword.iskeyword(name)
            and self.reserved.isdisjoint(self._all(key, name))
            and self.held.isdisjoint(self.taken_by(key, name))
        )

    def enter(self, wish: _Wish) -> set[str]:
        taken = self.taken_by(wish.key, wish.name)
        for one in taken:
            self.holders[one][wish.key] = wish
        return taken

    def leave(self, wish: _Wish) -> None:
        for one in self.taken_by(wish.key, wish.name):
            del self.holders[one][wish.key]

    def losers(
        self, touched: set[str], precedence: Callable[[str], int] | None
    ) -> list[_Wish]:
        """Those who have to move on, as things stand."""
        found: dict[str, _Wish] = {}
        for one in touched:
            rivals = list(self.holders[one].values())
            if one in self.held:
                found |= {wish.key: wish for wish in rivals}
                continue
            for wish in rivals:
                if not self.reserved.isdisjoint(self._all(wish.key, wish.name)):
                    found[wish.key] = wish
            if len(rivals) < 2:
                continue
            if precedence is not None:
                first = min(precedence(wish.key) for wish in rivals)
                best = [wish for wish in rivals if precedence(wish.key) == first]
                if len(best) == 1:
                    found |= {wish.key: wish for wish in rivals if wish is not best[0]}
                    continue
            # Who has nothing more to say stays where the others still have.
            able = [wish for wish in rivals if not wish.exhausted]
            if len(rivals) - len(able) > 1:
                able = rivals
            found |= {wish.key: wish for wish in able}
        return list(found.values())
