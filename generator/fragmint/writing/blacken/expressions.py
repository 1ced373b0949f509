"""Tokens -> leaves: what each word is, the space before it, and where a line breaks.

It takes Python for granted (somebody else has compiled the text), so it only finds out
what the layout depends on: whether `-` has one operand or two, whether brackets are a
call's, whether an `if` belongs to a comprehension. What it does not know is `Unsure`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import literals
from .leaves import (
    CLOSING,
    COMPARISON,
    COMPREHENSION,
    DOT,
    LOGIC,
    MATH,
    OPENING,
    STRING,
    TERNARY,
    Leaf,
    Unsure,
)

__all__ = ["NEEDED", "TUPLE", "Expressions", "is_pair", "outer", "words"]

_WORD = re.compile(
    r"""\s*(
        [rbfutRBFUT]{0,2}(?:\"{3}[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+\"{3}
            |'''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+'''
            |"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+')
        |[^\W\d]\w*
        |(?:\d|\.\d)(?:\w|\.|(?<=[eE])[+-])*
        |\.\.\.|\*\*=?|//=?|<<=?|>>=?|:=|->|[-+*/%@&|^=!<>]=|.
    )""",
    re.VERBOSE | re.DOTALL,
)

# What parentheses are needed for, besides being empty.
TUPLE = frozenset([",", "for"])
NEEDED = TUPLE | {":="}

_CLOSES = {"(": ")", "[": "]", "{": "}"}
_OPERATORS = {"not", "await", "lambda", "*", "."}
_COMPARISONS = {"<", ">", "==", "!=", "<=", ">="}
_UNSURE = {"yield", "async", "`", ";", "\\", "!", "$", "?"}


def words(text: str) -> list[str]:
    """The tokens of a statement, and a last one that is none."""
    return [*_WORD.findall(text), ""]


class Expressions:
    """Reads `words` from left to right and makes `leaves` of them."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.at = 0
        self.leaves: list[Leaf] = []
        self.noted = ""

    @property
    def next(self) -> str:
        return self.words[self.at]

    def take(self, kind: str, space: str = "", before: int = 0, role: str = "") -> Leaf:
        """The next word as a leaf."""
        leaf = Leaf(kind, self.words[self.at], space, before, role, self.noted)
        self.leaves.append(leaf)
        self.at += 1
        return leaf

    def expect(self, word: str, space: str = "", kind: str = "") -> None:
        """Take `word`, which has to come now."""
        if self.words[self.at] != word:
            raise Unsure(f"{self.words[self.at]!r} for {word!r}")
        self.take(kind or word, space)

    def wrap(self, start: int, role: str) -> None:
        """Put invisible parentheses around the leaves from `start` on."""
        leaves = self.leaves
        first = leaves[start]
        leaves.insert(start, Leaf("(", "", first.space, role=role, noted=self.noted))
        first.space = ""
        closing = Leaf(")", "", role=role, noted=self.noted)
        leaves.append(closing)

    def optional(self, start: int, keep: frozenset[str] = NEEDED) -> None:
        """Make parentheses around the leaves from `start` on optional ones."""
        if not self.loosen(start, keep):
            self.wrap(start, "atom")

    def loosen(self, start: int, keep: frozenset[str]) -> bool:
        """Whether the leaves from `start` on stand in parentheses; optional ones now.

        They stay where nothing is in them, or one of `keep`, but not in more brackets.
        """
        leaves = self.leaves[start:]
        if leaves[0].kind != "(" or not is_pair(leaves):
            return False
        first, *inner, last = leaves
        within = {leaf.value for leaf in outer(inner)}
        if "lambda" in within or (inner and is_pair(inner) and inner[0].kind == "("):
            raise Unsure("redundant parentheses")
        if not inner or within & keep:
            return True
        first.value = last.value = ""
        return True

    def element(self, space: str, *, only: str = "") -> bool:
        """An expression without commas; says whether it is a ternary.

        `only` is "target" where `in` ends it, and "condition" where `if` does.
        """
        start = len(self.leaves)
        self.operand(space)
        while True:
            word = self.words[self.at]
            if word in MATH:
                before = MATH[word]
                self.take(word, " ", before)
            elif word in _COMPARISONS:
                self.take(word, " ", COMPARISON)
            elif word == "and" or word == "or":
                self.take("name", " ", LOGIC)
            elif word == "in":
                if only == "target":
                    return False
                self.take("name", " ", COMPARISON)
            elif word == "is":
                self.take("name", " ", COMPARISON)
                if self.next == "not":
                    self.take("name", " ")
            elif word == "not":
                self.take("name", " ", COMPARISON)
                self.expect("in", " ", "name")
            elif word == "if" and not only:
                self.take("name", " ", TERNARY)
                self.element(" ", only="condition")
                if self.next != "else":
                    raise Unsure("an if without else")
                self.take("name", " ", TERNARY)
                begin = len(self.leaves)
                if self.element(" "):
                    self.wrap(begin, "ternary")
                return True
            elif word == ":=":
                if len(self.leaves) != start + 1:
                    raise Unsure("a walrus")
                self.take(":=", " ")
                begin = len(self.leaves)
                if self.element(" "):
                    self.wrap(begin, "ternary")
                return False
            else:
                return False
            self.operand(" ")

    def operand(self, space: str) -> None:
        """A name, literal or bracket, and what hangs on it."""
        word = self.words[self.at]
        while word in ("-", "+", "~", "not", "await"):
            self.take("name" if word.isalpha() else word, space)
            space = " " if word.isalpha() else ""
            after = self.words[self.at]
            if word == "await" and after == "(":
                raise Unsure("parentheses after await")
            word = after
        first = word[:1]
        if word in OPENING:
            self.brackets(space, "atom")
        elif word[-1:] in ("'", '"'):
            self.text(space)
            while self.next[-1:] in ("'", '"'):
                self.text(" ", STRING)
        elif first.isdigit() or (first == "." and len(word) > 1 and word != "..."):
            self.take("number", space).value = literals.number(word)
            if self.next == ".":
                raise Unsure("an attribute of a number")
        elif word == "lambda":
            self.function(space)
            return
        elif word == "..." or (first.isidentifier() and word not in _UNSURE):
            self.take("name", space)
        else:
            raise Unsure(f"{word!r} for an operand")
        while True:
            word = self.words[self.at]
            if word == ".":
                self.take(".", "", DOT if self.leaves[-1].kind in CLOSING else 0)
                self.take("name")
            elif word == "(" or word == "[":
                self.brackets("", "trailer")
            else:
                break
        if word == "**":
            raise Unsure("a power")

    def text(self, space: str, before: int = 0) -> None:
        word = self.words[self.at]
        if "\n" in word:
            raise Unsure("a string over several lines")
        self.take("string", space, before).value = literals.string(word)

    def function(self, space: str) -> None:
        """A lambda."""
        self.take("name", space)
        space = " "
        while self.next != ":":
            if self.next == ",":
                self.take(",")
                space = " "
            elif self.next in ("*", "**"):
                self.take(self.next, space)
                space = ""
            elif self.next.isidentifier():
                self.take("name", space)
                space = ""
            else:
                raise Unsure("a lambda with defaults")
        self.take(":")
        start = len(self.leaves)
        if self.element(" "):
            self.wrap(start, "ternary")

    def brackets(self, space: str, role: str) -> None:
        """A pair of brackets and what is in it."""
        opening = self.take(self.next, space, role=role)
        closes = _CLOSES[opening.value]
        round_ = closes == ")"
        call = role == "trailer" and round_
        if role == "trailer" and not call:
            self.subscripts()
            self.take(closes, role=role)
            return
        start = len(self.leaves)
        elements = commas = 0
        while self.next != closes:
            if self.next == ",":
                self.take(",", role="arguments" if call else "")
                commas += 1
                continue
            elements += 1
            ternary = self.item(" " if commas else "", call)
            if ternary >= 0 and (commas or not round_ or self.next != closes):
                self.wrap(ternary, "ternary")
            if self.next == "for":
                self.comprehension()
            if self.next != "," and self.next != closes:
                raise Unsure(f"{self.next!r} in brackets")
        if role == "atom" and not round_ and elements == 1 and not commas:
            self.loosen(start, TUPLE)
        self.take(closes, role=role)

    def subscripts(self) -> None:
        """What is between the brackets of an index."""
        space = ""
        while self.next != "]":
            if self.next == ",":
                self.take(",")
                space = " "
                continue
            start = len(self.leaves)
            colons: list[int] = []
            while self.next not in (",", "]"):
                if self.next == ":":
                    colons.append(len(self.leaves))
                    self.take(":", space)
                else:
                    begin = len(self.leaves)
                    if self.element(space):
                        self.wrap(begin, "ternary")
                    if self.next not in (":", ",", "]"):
                        raise Unsure(f"{self.next!r} in an index")
                space = ""
            if colons:
                self.slice(start, colons)

    def slice(self, start: int, colons: list[int]) -> None:
        """Put spaces around the colons if there is an operator or a call in it."""
        leaves = self.leaves
        if not any(
            leaf.before not in (0, STRING, COMPREHENSION)
            or leaf.role == "trailer"
            or leaf.value in _OPERATORS
            for leaf in leaves[start:]
        ):
            return
        for colon in colons:
            if colon > start and leaves[colon - 1].kind != ":":
                leaves[colon].space = " "
            if colon + 1 < len(leaves) and leaves[colon + 1].kind != ":":
                leaves[colon + 1].space = " "

    def item(self, space: str, call: bool) -> int:
        """One of the things between commas; where its ternary begins, or -1."""
        word = self.words[self.at]
        start = len(self.leaves)
        if word == "*" or word == "**":
            self.take(word, space, role="star" if call else "")
            space = ""
            if self.element(""):
                raise Unsure("a star before a ternary")
            if self.next == "for":
                raise Unsure("a star in a comprehension")
            return -1
        if call and self.words[self.at + 1] == "=":
            self.take("name", space)
            self.take("=")
            start = len(self.leaves)
            if self.element(""):
                self.wrap(start, "ternary")
            return -1
        ternary = self.element(space)
        if self.next == ":":
            if ternary:
                self.wrap(start, "ternary")
            self.take(":")
            start = len(self.leaves)
            if self.element(" "):
                self.wrap(start, "ternary")
            return -1
        return start if ternary else -1

    def comprehension(self) -> None:
        while True:
            if self.next == "for":
                self.take("name", " ", COMPREHENSION)
                space = " "
                while True:
                    self.element(space, only="target")
                    if self.next != ",":
                        break
                    self.take(",")
                    if self.next == "in":
                        break
                self.expect("in", " ", "name")
                self.element(" ", only="condition")
            elif self.next == "if":
                self.take("name", " ", COMPREHENSION)
                self.element(" ", only="condition")
            else:
                return


def outer(leaves: list[Leaf]) -> Iterator[Leaf]:
    """Those of `leaves` that are in no brackets."""
    depth = 0
    for leaf in leaves:
        if leaf.kind in CLOSING:
            depth -= 1
        if not depth:
            yield leaf
        if leaf.kind in OPENING:
            depth += 1


def is_pair(leaves: list[Leaf]) -> bool:
    """Whether the first of `leaves` is a bracket that the last one closes."""
    return leaves[0].kind in OPENING and sum(1 for _ in outer(leaves)) == 2
