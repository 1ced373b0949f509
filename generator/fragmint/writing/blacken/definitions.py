"""Words -> the leaves of a definition: `def`, `class` and decorators."""

from __future__ import annotations

from .expressions import Expressions, is_pair, outer
from .leaves import DOT, MATH, STRING, Unsure

__all__ = ["Definitions"]


class Definitions(Expressions):
    """What reads definitions."""

    def definition(self) -> None:
        """`def`."""
        self.keyword(kind="def")
        self.keyword(" ")
        if self.next != "(":
            raise Unsure("type parameters")
        self.parameters()
        if self.next == "->":
            self.take("->", " ")
            self.noted = "return"
            start = len(self.leaves)
            self.element(" ")
            self.optional(start)
            self.noted = ""
        self.colon()
        self.stub()

    def parameters(self) -> None:
        self.take("(", role="parameters")
        space = ""
        while self.next != ")":
            if self.next == ",":
                self.take(",", role="arguments")
                space = " "
                continue
            star = self.next
            if star in ("*", "**", "/"):
                self.take(star, space, role="star")
                space = ""
                if self.next in (",", ")"):
                    continue
            self.keyword(space)
            equals = ""
            if self.next == ":":
                self.take(":")
                self.annotation(wrapped=star != "*")
                equals = " "
            if self.next == "=":
                self.take("=", equals)
                start = len(self.leaves)
                if self.element(equals):
                    self.wrap(start, "ternary")
        self.take(")", role="parameters")

    def annotation(self, *, wrapped: bool) -> None:
        """The annotation of a parameter: only unions and displays get parentheses."""
        if self.next in ("...", "*") or (self.next == "(" and not wrapped):
            raise Unsure("an unusual annotation")
        self.noted = "param"
        start = len(self.leaves)
        if self.element(" "):
            raise Unsure("a ternary for an annotation")
        leaves = self.leaves[start:]
        found = {leaf.before for leaf in outer(leaves)} - {0, DOT}
        if found - {MATH["|"], STRING}:
            raise Unsure("a calculated annotation")
        if wrapped and (found or is_pair(leaves)):
            self.optional(start)
        self.noted = ""

    def kind_of_thing(self) -> None:
        """`class`."""
        self.keyword()
        self.keyword(" ")
        if self.next == "(":
            self.brackets("", "trailer")
            if self.leaves[-2].kind == "(":
                del self.leaves[-2:]
        self.colon()
        self.stub()

    def stub(self) -> None:
        if self.next == "...":
            self.keyword(" ")

    def decorator(self) -> None:
        self.take("@")
        if self.next == "(":
            raise Unsure("parentheses around a decorator")
        self.element("")

    def keyword(self, space: str = "", kind: str = "name") -> None:
        self.take(kind, space)

    def colon(self) -> None:
        self.expect(":")
