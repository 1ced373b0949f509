"""Expressions whose matching can take exponential time.

Python tries one way after another, and where a repetition can read the same text in two
ways, it can read n such texts in 2ⁿ. To find that, an expression becomes an automaton
that has a state for each character in it (Glushkov's). It is ambiguous if two ways lead
from one state back to it by the same text, which a walk of two at once finds; and it
matters only if there is some text to go on with that does not match in the end, since
the first way that leads to a match is the last that is tried. The library that matches
what Python cannot does the same where a group is referred to.

What assertions and references ask is not known here. The two ways lead past none, and
what is before and after them does; and whatever else matches the text is taken to come
first. So something may be missed, but an alarm is hardly ever a false one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeAlias

from .automata import Automaton, TooLarge, parts_of
from .ecmascript import Look, Node, Repeat, parse

__all__ = ["Ambiguity", "ambiguity"]

_MANY_TO_FAIL = 20  # so many rounds are bad enough where they only have to be too few
_MOST_FOUND = 5
_MOST_STEPS = 100_000
_MOST_SETS = 200
_MOST_LOOKS = 10


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A text that takes exponential time: `before`, `again` many times, then `after`.

    `source` is the repetition that has more than one way to read `again`.
    """

    source: str
    before: str
    again: str
    after: str


@lru_cache(maxsize=1000)
def ambiguity(expression: str) -> Ambiguity | None:
    """What takes exponential time in `expression`, which `parse` can read."""
    tree = parse(expression)
    looks = (one.body for one in parts_of(tree) if isinstance(one, Look) and one.ahead)
    for root in (tree, *islice(looks, _MOST_LOOKS)):
        automaton = _Search(root)
        try:
            whole = automaton.part(root)
            if whole.empty is not None:  # it matches anything
                continue
            start = automaton.start(whole)
            for found in automaton.found:
                hostile = automaton.hostile(found, start, frozenset(whole.last))
                if hostile is not None:
                    return hostile
        except TooLarge:
            continue
    return None


_Pair: TypeAlias = tuple[int, int]
_States: TypeAlias = frozenset[int]


class _Found(NamedTuple):
    """The letters of `word` lead from `state` back to it in two ways, in `source`.

    `least` is how many rounds there must be of it.
    """

    source: str
    state: int
    word: tuple[int, ...]
    least: int


class _Search(Automaton):
    """Looks into each loop as soon as it is built, so the innermost one is blamed."""

    def __init__(self, root: Node) -> None:
        super().__init__(root)
        self.found: list[_Found] = []
        self.walked = 0

    def closed(self, loop: Repeat, within: range) -> None:
        """Find a state with two ways back to it, in what has been built of a loop."""
        came: dict[_Pair, tuple[_Pair, int]] = {}  # from where, by which letters
        queue = [(state, state) for state in within]
        known = len(self.found)
        for pair in queue:
            for here, there, shared in self.steps(pair, within):
                if here != there:
                    reached = min(here, there), max(here, there)
                    if reached not in came:
                        came[reached] = pair, shared
                        queue.append(reached)
                    continue
                word, origin = [shared], pair
                while origin in came:
                    origin, shared = came[origin]
                    word.insert(0, shared)
                back = self.way(here, origin[0], within)
                if back is not None:
                    word += (self.sets[one] for one in back[1:])
                    found = _Found(loop.source, origin[0], tuple(word), loop.least)
                    self.found.append(found)
                if len(self.found) - known == _MOST_FOUND:
                    return

    def steps(self, pair: _Pair, within: range) -> Iterator[tuple[int, int, int]]:
        """Where two walks go from `pair` by one letter, if not both the same way."""
        one, two = pair
        for here, ways in self.arrows[one].items():
            for there, others in self.arrows[two].items():
                self.walked += 1
                if self.walked > _MOST_STEPS:
                    return
                apart = one != two or here < there or (here == there and ways > 1)
                if apart and ways and others and here in within and there in within:
                    shared = self.sets[here] & self.sets[there]
                    if self.alphabet.of_text(shared):
                        yield here, there, shared

    def way(
        self, start: int, goal: int, within: range, barred: bool = False
    ) -> list[int] | None:
        """The states of the shortest way there, maybe past assertions that bar it."""
        came: dict[int, int | None] = {start: None}
        for state in (queue := [start]):
            if state == goal:
                found = [goal]
                while (before := came[found[0]]) is not None:
                    found.insert(0, before)
                return found
            for to, ways in self.arrows[state].items():
                can = (ways or barred) and self.alphabet.of_text(self.sets[to])
                if can and to in within and to not in came:
                    came[to] = state
                    queue.append(to)
        return None

    def hostile(self, found: _Found, start: int, last: _States) -> Ambiguity | None:
        """A text that makes the most of what was found, if there is one."""
        path = self.way(start, found.state, range(len(self.sets)), barred=True)
        if path is None:
            return None
        # What needs many rounds ends in no match where there are fewer.
        good = _States() if found.least >= _MANY_TO_FAIL else last
        way = self.read(_States((start,)), (self.sets[one] for one in path[1:]), good)
        round_ = way and self.read(way[0], found.word, good)
        if way is None or round_ is None:
            return None
        (states, before), (_, word) = way, round_
        seen: set[_States] = set()
        while states not in seen:
            seen.add(states)
            round_ = self.read(states, word, good)
            if round_ is None:
                return None
            states, _ = round_
        came: dict[_States, tuple[int, ...]] = {states: ()}
        for now in (queue := [states]):
            if not self.ends(now, last):
                texts = before, word, came[now]
                return Ambiguity(found.source, *map(self.alphabet.text, texts))
            for letter in self.alphabet.letters:
                then = self.after(now, letter)
                if then not in came and not then & last and len(came) < _MOST_SETS:
                    came[then] = (*came[now], letter)
                    queue.append(then)
        return None

    def read(
        self, states: _States, word: Iterable[int], last: _States
    ) -> tuple[_States, tuple[int, ...]] | None:
        """Where letters of `word` lead, and which, without a match on the way."""
        letters: list[int] = []
        for characters in word:
            for letter in self.alphabet.letters:
                if letter & characters and not self.after(states, letter) & last:
                    states = self.after(states, letter)
                    letters.append(letter)
                    break
            else:
                return None
        return states, tuple(letters)

    def after(self, states: _States, letter: int) -> _States:
        self.walked += sum(len(self.arrows[one]) for one in states)
        if self.walked > 2 * _MOST_STEPS:
            raise TooLarge
        return frozenset(
            to for one in states for to in self.arrows[one] if self.sets[to] & letter
        )

    def ends(self, states: _States, last: _States) -> bool:
        """Whether there is a match if the text ends here."""
        seen: set[_States] = set()
        while states not in seen:
            seen.add(states)
            states = self.after(states, self.alphabet.end)
            if states & last:
                return True
        return False
