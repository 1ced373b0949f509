"""Words -> the leaves of a statement: which parts of it may stand in parentheses.

Black adds parentheses around what follows `return`, `=`, `in` and so on where that
helps to break a line, and takes away those that nobody needs. Both are done here by
marking: an invisible pair of leaves stands around each such part.
"""

from __future__ import annotations

from .definitions import Definitions
from .expressions import NEEDED, TUPLE, outer
from .leaves import DOT, OPENING, Unsure

__all__ = ["Statement"]

_AUGMENTED = frozenset("+= -= *= @= /= %= &= |= ^= <<= >>= //= **=".split())


class Statement(Definitions):
    short = False
    """Whether it is known only as long as it need not be split."""

    def read(self) -> None:
        """Make leaves of the whole statement."""
        word = self.next
        if word in _READERS:
            _READERS[word](self)
        elif word in ("match", "case") and self.words[-2] == ":":
            self.match()
        else:
            self.expression()
        if self.next:
            raise Unsure(f"{self.next!r} at the end")

    def expressions(self, *, only: str = "") -> int:
        """Expressions with commas between them; the number of commas."""
        commas = 0
        while True:
            start = len(self.leaves)
            if self.next == "*":
                self.take("*", " ")
                self.element("")
                if self.next != ",":
                    raise Unsure("a star alone")
            elif self.element(" ", only=only) and (commas or self.next == ","):
                self.wrap(start, "ternary")
            if self.next != ",":
                return commas
            self.take(",")
            commas += 1
            if not self.next or self.next in ("=", ":", "in"):
                if commas == 1:
                    raise Unsure("a tuple of one, without parentheses")
                return commas

    def value(self, keep: frozenset[str] = NEEDED) -> None:
        """What follows `return`, `=` or `in`."""
        start = len(self.leaves)
        self.expressions()
        self.optional(start, keep)

    def condition(self) -> None:
        """`if`, `elif` or `while`."""
        self.keyword()
        start = len(self.leaves)
        self.element(" ")
        self.optional(start, TUPLE)
        self.colon()

    def clause(self) -> None:
        """`else`, `try` or `finally`."""
        self.keyword()
        self.colon()

    def alone(self) -> None:
        """`pass`, `break` or `continue`."""
        self.keyword()

    def generate(self) -> None:
        """`yield`."""
        self.short = True
        self.keyword()
        if self.next == "from":
            self.keyword(" ")
        if self.next == "(":
            raise Unsure("parentheses after yield")
        if self.next:
            self.expressions()

    def names(self) -> None:
        """`global` or `nonlocal`."""
        self.short = True
        self.keyword()
        self.expressions()

    def loop(self) -> None:
        """`for`."""
        self.keyword()
        start = len(self.leaves)
        self.expressions(only="target")
        target = [leaf.value for leaf in outer(self.leaves[start + 1 : -1])]
        one = target.count(",") == 1 and target[-1] == ","
        self.optional(start, TUPLE if one or "*" in target else frozenset())
        self.expect("in", " ", "name")
        self.value(NEEDED | {"if"})
        self.colon()

    def context(self) -> None:
        """`with`."""
        self.short = True
        self.keyword()
        while True:
            if self.next == "(":
                raise Unsure("parentheses after with")
            self.element(" ")
            self.alias()
            if self.next != ",":
                break
            self.take(",")
        self.colon()

    def alias(self) -> None:
        if self.next == "as":
            self.keyword(" ")
            if self.next == "(":
                raise Unsure("parentheses around a target")
            self.operand(" ")

    def handler(self) -> None:
        """`except`."""
        self.short = True
        self.keyword()
        if self.next != ":":
            start = len(self.leaves)
            self.element(" ")
            self.optional(start)
            self.alias()
        self.colon()

    def match(self) -> None:
        """`match` or `case`."""
        self.short = True
        self.keyword()
        if self.next == "(":
            raise Unsure("parentheses in a match")
        self.element(" ", only="condition")
        self.alias()
        if self.next == "if":
            self.keyword(" ")
            if self.next == "(":
                raise Unsure("parentheses in a match")
            self.element(" ")
        self.colon()

    def asynchronous(self) -> None:
        """`async def`, `async for` or `async with`."""
        self.take("def" if self.words[self.at + 1] == "def" else "name")
        start = len(self.leaves)
        _READERS[self.next](self)
        self.leaves[start].space = " "
        self.leaves[start].kind = "name"

    def give(self) -> None:
        """`return`."""
        self.keyword()
        if self.next:
            self.value()

    def throw(self) -> None:
        """`raise`."""
        self.keyword()
        if self.next:
            self.element(" ")
        if self.next == "from":
            self.keyword(" ")
            self.element(" ")

    def claim(self) -> None:
        """`assert`."""
        self.keyword()
        while True:
            start = len(self.leaves)
            self.element(" ")
            self.optional(start)
            if self.next != ",":
                return
            self.take(",")

    def delete(self) -> None:
        """`del`."""
        self.keyword()
        if self.next == "(":
            raise Unsure("parentheses around a target")
        self.value()

    def imported(self) -> None:
        """`import`."""
        self.keyword(kind="import")
        while True:
            self.dotted(" ")
            if self.next != ",":
                return
            self.take(",")

    def dotted(self, space: str) -> None:
        self.keyword(space)
        while self.next == ".":
            self.take(".")
            self.keyword()
        if self.next == "as":
            self.keyword(" ")
            self.keyword(" ")

    def imported_from(self) -> None:
        """`from`."""
        self.keyword(kind="import")
        space = " "
        while self.next in (".", "..."):
            self.take(".", space)
            space = ""
        if self.next != "import":
            self.dotted(space)
        self.expect("import", " ", "name")
        if self.next == "*":
            self.take("*", " ")
            return
        closes = ""
        start = len(self.leaves)
        if self.next == "(":
            self.take("(", " ", role="import").value = ""
            closes = ")"
        space = "" if closes else " "
        while self.next != closes:
            if self.next == ",":
                self.take(",")
            else:
                self.dotted(space)
            space = " "
        if closes:
            self.take(")", role="import").value = ""
        else:
            self.wrap(start, "import")

    def expression(self) -> None:
        """An assignment of any kind, or an expression alone."""
        if self.next in OPENING:
            raise Unsure("brackets at the beginning")
        commas = self.expressions()
        self.leaves[0].space = ""
        if self.next == ":":
            self.take(":")
            start = len(self.leaves)
            self.element(" ")
            self.optional(start)
            if self.next == "=":
                self.take("=", " ")
                self.value()
        elif self.next in _AUGMENTED:
            self.take(self.next, " ")
            self.value()
        elif self.next == "=":
            if commas:
                self.wrap(0, "atom")
            while self.next == "=":
                self.take("=", " ")
                self.value()
        elif any(leaf.before > DOT or leaf.kind == "," for leaf in outer(self.leaves)):
            raise Unsure("an expression of no use")


_READERS = {
    "@": Statement.decorator,
    "assert": Statement.claim,
    "async": Statement.asynchronous,
    "break": Statement.alone,
    "class": Statement.kind_of_thing,
    "continue": Statement.alone,
    "def": Statement.definition,
    "del": Statement.delete,
    "elif": Statement.condition,
    "else": Statement.clause,
    "except": Statement.handler,
    "finally": Statement.clause,
    "for": Statement.loop,
    "from": Statement.imported_from,
    "global": Statement.names,
    "if": Statement.condition,
    "import": Statement.imported,
    "nonlocal": Statement.names,
    "pass": Statement.alone,
    "raise": Statement.throw,
    "return": Statement.give,
    "try": Statement.clause,
    "while": Statement.condition,
    "with": Statement.context,
    "yield": Statement.generate,
}
