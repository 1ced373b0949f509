"""Expressions as automata, whose ways through a text can be counted.

There is a state for each character in an expression (it is Glushkov's automaton), and
an arrow to each that can be next.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .alphabet import Alphabet
from .ecmascript import (
    Back,
    Chars,
    Choice,
    Edge,
    Group,
    Literal,
    Look,
    Node,
    Repeat,
    Sequence,
)

__all__ = ["Automaton", "Part", "TooLarge", "parts_of"]

_MANY = 10  # so many rounds, and more, are as bad as any number of them
_MOST_COPIES = 50
_MOST_BUILT = 20_000


class TooLarge(Exception):
    """There is more of it than can be walked."""


class Part(NamedTuple):
    """What a part of an expression is, seen from outside.

    Ways are counted: none is a way past an assertion, two are two or more.

    Attributes:
        empty: How many ways there are to read nothing; None if there is not one.
        first: The states that it can begin with, and the ways to them.
        last: The states that it can end with.
    """

    empty: int | None
    first: dict[int, int]
    last: dict[int, int]


_NOTHING = Part(1, {}, {})
_ASSERTION = Part(0, {}, {})


class Automaton:
    """States are numbers; each is a set of characters, and is left by its arrows."""

    def __init__(self, root: Node) -> None:
        self.alphabet = Alphabet(
            n for n in parts_of(root) if isinstance(n, Literal | Chars)
        )
        self.sets: list[int] = []
        self.arrows: list[dict[int, int]] = []
        self.built = 0

    def closed(self, loop: Repeat, within: range) -> None:
        """All of `loop` has been built: these states, and the arrows between them."""

    def part(self, node: Node) -> Part:
        self.count(1)
        match node:
            case Literal() | Chars():
                return self.state(self.alphabet.sets[node])
            case Edge("$"):
                return self.state(self.alphabet.end)
            case Edge() | Back() | Look():
                return _ASSERTION
            case Group(body):
                return self.part(body)
            case Sequence(parts):
                whole = _NOTHING
                for one in parts:
                    whole = self.then(whole, self.part(one))
                return whole
            case Choice(options):
                return self.choice(options)
            case Repeat():
                return self.repeat(node)

    def state(self, characters: int) -> Part:
        number = len(self.sets)
        self.sets.append(characters)
        self.arrows.append({})
        return Part(None, {number: 1}, {number: 1})

    def start(self, whole: Part) -> int:
        """A state that leads to those that `whole` can begin with."""
        (number,) = self.state(0).first
        self.arrows[number].update(whole.first)
        return number

    def count(self, more: int) -> None:
        self.built += more
        if self.built > _MOST_BUILT:
            raise TooLarge

    def then(self, one: Part, two: Part) -> Part:
        self.join(one.last, two.first)
        first, last = dict(one.first), dict(two.last)
        if one.empty is not None:
            _add(first, two.first, one.empty)
        if two.empty is not None:
            _add(last, one.last, two.empty)
        both = one.empty is not None and two.empty is not None
        empty = min(2, (one.empty or 0) * (two.empty or 0)) if both else None
        return Part(empty, first, last)

    def join(self, last: dict[int, int], first: dict[int, int]) -> None:
        self.count(len(last) * len(first))
        for state, ways in last.items():
            _add(self.arrows[state], first, ways)

    def choice(self, options: tuple[Node, ...]) -> Part:
        plain = {
            one
            for one in options
            if isinstance(one, Literal) or (isinstance(one, Chars) and not one.negated)
        }
        if len(plain) > 1 and all(one in plain for one in options):
            # Python makes one set of them, unless it is one and the same.
            characters = 0
            for one in plain:
                characters |= self.alphabet.sets[one]
            return self.state(characters)
        empty: int | None = None
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for option in options:
            part = self.part(option)
            _add(first, part.first, 1)
            _add(last, part.last, 1)
            if part.empty is not None:
                empty = min(2, (empty or 0) + part.empty)
        return Part(empty, first, last)

    def repeat(self, node: Repeat) -> Part:
        least, more = node.least, None
        if node.most is not None:
            more = node.most - least
        if max(least, node.most or 0) >= _MANY and _width(node.body) is None:
            least, more = min(least, 1), None
        elif more is not None and more >= _MANY:
            more = None
        least = min(least, _MOST_COPIES)
        whole = _NOTHING
        for _ in range(least if more is not None else least - 1):
            whole = self.then(whole, self.part(node.body))
        if more is None:
            return self.then(whole, self.loop(node, optional=not least))
        tail = _NOTHING
        for _ in range(more):
            tail = _optional(self.then(self.part(node.body), tail))
        return self.then(whole, tail)

    def loop(self, node: Repeat, optional: bool) -> Part:
        start = len(self.sets)
        body = self.part(node.body)
        self.join(body.last, body.first)
        self.closed(node, range(start, len(self.sets)))
        if optional:
            return _optional(body)
        # A round that reads nothing can be followed by another, though not by more.
        return body._replace(empty=2) if body.empty else body


def _add(into: dict[int, int], states: dict[int, int], ways: int) -> None:
    for state, more in states.items():
        into[state] = min(2, into.get(state, 0) + ways * more)


def _optional(part: Part) -> Part:
    return part._replace(empty=min(2, 1 + (part.empty or 0)))


def parts_of(node: Node) -> Iterator[Node]:
    """`node`, and all that it is made of."""
    yield node
    match node:
        case Sequence(inner) | Choice(inner):
            for one in inner:
                yield from parts_of(one)
        case Repeat(body) | Group(body) | Look(body):
            yield from parts_of(body)


def _width(node: Node) -> int | None:
    """How many characters `node` matches, where that is always the same number."""
    match node:
        case Literal() | Chars():
            return 1
        case Edge() | Look():
            return 0
        case Back():
            return None
        case Group(body):
            return _width(body)
        case Repeat(body, least, most):
            width = _width(body)
            return width * least if width is not None and least == most else None
        case Sequence(parts):
            widths = [_width(one) for one in parts]
            return None if None in widths else sum(one or 0 for one in widths)
        case Choice(options):
            first, *others = {_width(one) for one in options}
            return None if others else first
