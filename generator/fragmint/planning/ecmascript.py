"""Regular expressions of ECMA-262 -> trees.

They are read with the flag `u`, as JSON Schema has it. What is an error there and has a
plain meaning without the flag, such as a lone `{` or `\\_`, has that meaning here. What
Python has no equal for is refused here too, where it is nothing that a tree can say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from .characters import (
    CLASSES,
    CONTROLS,
    DASH,
    LAST,
    LINE_ENDS,
    Item,
    Property,
    Range,
    complement,
    having,
    is_property,
)

__all__ = [
    "Back",
    "Chars",
    "Choice",
    "Edge",
    "Group",
    "Literal",
    "Look",
    "Malformed",
    "Node",
    "Repeat",
    "Sequence",
    "Untranslatable",
    "parse",
]


class Untranslatable(ValueError):
    """The expression has no exact translation; the message says what is in the way."""


class Malformed(Untranslatable):
    """It is no expression of ECMA-262 with the flag `u`, and has no plain meaning."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One character."""

    code: int
    escaped: bool


@dataclass(frozen=True, slots=True)
class Chars:
    """A character that is one of `items`, or none of them."""

    items: tuple[Item, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """`^`, `$`, `b` or `B`: what asserts something of a place."""

    kind: str


@dataclass(frozen=True, slots=True)
class Back:
    """What the group `number` matched; 0 is one that no group has the name of so far.

    `sure` is whether it has taken part for sure, and `source` how it is written.
    """

    number: int
    source: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after another."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The first of `options` that leads to a match."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`body`, so many times; `source` is all of it, as it is written."""

    body: Node
    least: int
    most: int | None
    quantifier: str
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """Parentheses; those that capture have a `number`, and may have a name."""

    body: Node
    number: int | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """Whether `body` matches, or does not, what is ahead or behind."""

    body: Node
    ahead: bool
    negated: bool


Node: TypeAlias = (
    Literal | Chars | Edge | Back | Sequence | Choice | Repeat | Group | Look
)

DEEPEST = 50
"""How deep groups can nest; Python's own parser recurses, in the user's process."""

_ESCAPE = re.compile(
    r"""\\(?:
      u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD](?P<pair>[c-fC-F][0-9A-Fa-f]{2})
    | u\{0*(?P<long>[0-9A-Fa-f]{1,6})\}
    | u(?P<short>[0-9A-Fa-f]{4})
    | x(?P<byte>[0-9A-Fa-f]{2})
    | c(?P<control>[A-Za-z])
    | [pP]\{(?P<property>[^}]*)\}
    | (?P<kind>[dDwWsS])
    | (?P<name>[tnvfr]|0(?![0-9]))
    | (?P<edge>[bB])
    | (?P<number>[1-9][0-9]*)
    | k<(?P<group>[^>]*)>
    | (?P<other>.?)
    )""",
    re.VERBOSE | re.DOTALL,
)
_QUANTIFIER = re.compile(r"[*+?]\??|\{(?!\})([0-9]*)(,?)([0-9]*)\}\??")
_OPENING = re.compile(r"\(\?(?:[:=!]|<[=!]|<(?P<name>[^\W\d]\w*)>)|\((?!\?)")
_ANOTHER_OPENING = re.compile(r"\(\?(?:<|[ims-]+:)")
"""What ECMA-262 may have, too: flags, and names that are none in Python."""


@lru_cache(maxsize=1000)
def parse(expression: str) -> Node:
    """The tree of `expression`.

    Raises:
        Malformed: It is no expression of ECMA-262.
        Untranslatable: It is one, or may be, that Python has not.
    """
    parser = _Parser(expression)
    tree = parser.choice()
    if parser.at < len(expression):
        raise Malformed("a ) too many")
    return tree


class _Parser:
    """Where the reading is, and which groups have taken part for sure up to there.

    To ECMA-262 a group that took no part, and to which a group of the round before is
    reset, is an empty text, and to Python it matches nothing. So what is referred to
    has to stand before, and not in an alternative, a repetition or a negation that
    ends before the reference.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self.groups = 0
        self.names: dict[str, int] = {}
        self.sure: frozenset[int] = frozenset()
        self.behind = False
        self.empty = False

    def takes(self, char: str) -> bool:
        """Whether `char` is next; if so, go past it."""
        taken = self.text.startswith(char, self.at)
        self.at += len(char) if taken else 0
        return taken

    def choice(self) -> Node:
        before = self.sure
        options = [self.sequence()]
        while self.takes("|"):
            self.sure = before
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        self.sure = before
        return Choice(tuple(options))

    def sequence(self) -> Node:
        parts: list[Node] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            parts.append(self.term())
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def term(self) -> Node:
        start, before = self.at, self.sure
        self.nothing("of nothing")
        atom = self.atom()
        found = self.quantifier()
        if found is None:
            return atom
        if isinstance(atom, Edge | Look):
            raise Malformed(f"the quantifier {found[2]} of an assertion")
        source = self.text[start : self.at]
        self.nothing("after another one")  # to Python a*+ means something else than a*
        self.sure = before
        return Repeat(atom, *found, source)

    def nothing(self, where: str) -> None:
        """See to it that there is no quantifier here."""
        found = self.quantifier()
        if found is not None:
            raise Malformed(f"the quantifier {found[2]} {where}")

    def quantifier(self) -> tuple[int, int | None, str] | None:
        found = _QUANTIFIER.match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        if found[1] is None:
            least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[found[0][0]]
            return least, most, found[0]
        if not found[1]:
            raise Malformed(f"the quantifier {found[0]}")
        if max(map(len, found.groups(""))) > 9:
            raise Untranslatable(f"the quantifier {found[0]}")
        least = int(found[1])
        most = least if not found[2] else int(found[3]) if found[3] else None
        if most is not None and most < least:
            raise Malformed(f"the quantifier {found[0]}")
        return least, most, found[0]

    def atom(self) -> Node:
        char = self.text[self.at]
        if char == "(":
            return self.group()
        if char == "\\":
            return self.escape()
        self.at += 1
        match char:
            case "[":
                return self.chars()
            case ".":
                return Chars(LINE_ENDS, negated=True)
            case "^" | "$":
                return Edge(char)
            case "]" if self.empty:  # []a] is meant in another dialect
                raise Malformed("a ] after an empty character class")
        return Literal(ord(char), False)

    def group(self) -> Node:
        found = _OPENING.match(self.text, self.at)
        if found is None:
            may_be = _ANOTHER_OPENING.match(self.text, self.at)
            refusal = Untranslatable if may_be else Malformed
            raise refusal(f"the group {self.text[self.at : self.at + 3]}")
        self.at = found.end()
        self.depth += 1
        if self.depth > DEEPEST:
            raise Untranslatable(f"more than {DEEPEST} groups in one another")
        opening, name = found[0], found["name"]
        number = None
        if opening == "(" or name:
            self.groups += 1
            number = self.groups
        before, outside = self.sure, self.behind
        looks_behind = opening in ("(?<=", "(?<!")
        self.behind = outside or looks_behind
        body = self.choice()
        if not self.takes(")"):
            raise Malformed("a ( without its )")
        self.behind = outside
        self.depth -= 1
        if opening[-1] in "=!":
            if looks_behind or opening == "(?!":
                self.sure = before
            return Look(body, not looks_behind, opening[-1] == "!")
        if number is not None:
            self.sure |= {number}
        if name in self.names:
            raise Untranslatable(f"two groups with the name {name}")
        if name and number:
            self.names[name] = number
        return Group(body, number, name)

    def chars(self) -> Node:
        negated = self.takes("^")
        items: list[Item] = []
        while not self.takes("]"):
            first = self.of_chars()
            is_range = self.text.startswith("-", self.at)
            if not is_range or self.text.startswith("-]", self.at):
                items += first
                continue
            self.at += 1
            last = self.of_chars()
            low, high = _single(first), _single(last)
            if low is None or high is None:  # an end is a class: then - is itself
                items += (*first, DASH, *last)
            elif low.first > high.first:
                raise Malformed("a range that ends before it begins")
            else:
                escaped = low.escaped or high.escaped
                items.append(Range(low.first, high.first, escaped))
        self.empty = self.empty or not items
        return Chars(tuple(items), negated)

    def of_chars(self) -> tuple[Item, ...]:
        """The next character, or class of them, between brackets."""
        char = self.text[self.at : self.at + 1]
        if not char:
            raise Malformed("a [ without its ]")
        if char != "\\":
            self.at += 1
            return (Range(ord(char), ord(char)),)
        start = self.at
        match self.escape():
            case Literal(code, escaped):
                return (Range(code, code, escaped),)
            case Edge("b"):
                return (Range(8, 8, True),)
            case Chars(items, False):
                return items
            case Chars((Property(name, negated),)):
                return (Property(name, not negated),)
            case Chars(items):
                ranges = [one[:2] for one in items if isinstance(one, Range)]
                return tuple(Range(*one, True) for one in complement(ranges))
        raise Malformed(f"{self.text[start : self.at]} in a character class")

    def escape(self) -> Node:
        found = _ESCAPE.match(self.text, self.at)
        assert found is not None  # its last alternative takes anything
        self.at = found.end()
        kind = found.lastgroup or ""
        text = found[kind]
        match kind:
            case "pair":
                high, low = int(found[0][3:6], 16), int(text, 16)
                code = ((high & 0x3FF) << 10 | low & 0x3FF) + 0x10000
                return Literal(code, True)
            case "long" | "short" | "byte":
                if int(text, 16) > LAST:
                    raise Malformed(f"the code point {text}")
                return Literal(int(text, 16), True)
            case "control":
                return Literal(ord(text) % 32, True)
            case "name":
                return Literal(ord(CONTROLS[text]), True)
            case "kind":
                return Chars(CLASSES[text.lower()], text.isupper())
            case "property":
                items = having(text)
                if items is None:
                    refusal = Untranslatable if is_property(text) else Malformed
                    raise refusal(f"{found[0]}: it does not know these characters")
                return Chars(items, found[0][1] == "P")
            case "edge":
                return Edge(text)
            case "number" | "group":
                number = int(text[:9]) if kind == "number" else self.names.get(text, 0)
                sure = number in self.sure and not self.behind
                return Back(number, found[0], sure)
        if not text or text.isalnum():
            raise Malformed(found[0])
        return Literal(ord(text), True)


def _single(items: tuple[Item, ...]) -> Range | None:
    """The character that `items` is, if it is one."""
    one, *more = items or (DASH, DASH)
    if more or isinstance(one, Property) or one.first < one.last:
        return None
    return one
