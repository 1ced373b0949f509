"""The pieces that a statement is split into: leaves, and lines of them."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "CLOSING",
    "COMMA",
    "COMPREHENSION",
    "DOT",
    "MATH",
    "OPENING",
    "Leaf",
    "Line",
    "Unsure",
    "one_element",
    "width",
]

OPENING = frozenset("([{")
CLOSING = frozenset(")]}")

# Where a line is best broken: the higher, the rather.
COMPREHENSION = 20
COMMA = 18
TERNARY = 16
LOGIC = 14
STRING = 12
COMPARISON = 10
MATH = {
    "|": 9,
    "^": 8,
    "&": 7,
    **dict.fromkeys(["<<", ">>"], 6),
    **dict.fromkeys(["+", "-"], 5),
    **dict.fromkeys(["*", "/", "//", "%", "@"], 4),
}
DOT = 1

_PARTS = {"for": "in", "lambda": ":"}


class Unsure(Exception):
    """Only black itself knows what black makes of this."""


class Leaf:
    """A token, or one of a pair of parentheses that are not there (yet).

    Attributes:
        kind: "name", "number" or "string"; an operator, comma or bracket is its own;
            the first word of an import or a definition is "import" or "def".
        value: What is written; empty for an invisible parenthesis.
        space: What stands before it, unless it begins a line.
        before: The priority of a line break before it; 0 where there can be none.
        role: What a bracket, a comma or a star belongs to.
        noted: Whether it is in the annotation of a "param" or of what is "return"ed.
        depth: The brackets around it.
        opening: Of a closing bracket: the one that it closes.
    """

    __slots__ = (
        "before",
        "depth",
        "kind",
        "noted",
        "opening",
        "role",
        "space",
        "value",
    )

    def __init__(
        self,
        kind: str,
        value: str,
        space: str = "",
        before: int = 0,
        role: str = "",
        noted: str = "",
    ) -> None:
        self.kind = kind
        self.value = value
        self.space = space
        self.before = before
        self.role = role
        self.noted = noted
        self.depth = 0
        self.opening: Leaf | None = None


class Line:
    """Leaves that are to stand on one line, if it can be.

    Making one tells its leaves how deep in brackets they are on this line. They may
    have been told otherwise by another line that was tried, and what is decided later
    depends on the last word, in black as here.

    Attributes:
        leaves: What it consists of.
        indent: How many levels it is indented.
        limit: How many columns it may take.
        inside: Whether it is all that stands between two brackets, or a part of that.
        exploded: Whether it has to be split at its commas.
        magic: Whether brackets in it hold a trailing comma, and so have to be split.
        invisible: The parentheses in it that were not there when it was made.
        delimiters: For each leaf the priority of a line break after it.
    """

    __slots__ = (
        "delimiters",
        "exploded",
        "indent",
        "inside",
        "invisible",
        "leaves",
        "limit",
        "magic",
    )

    def __init__(
        self,
        leaves: list[Leaf],
        indent: int,
        limit: int,
        *,
        inside: bool = False,
        watched: Sequence[int] | None = None,
    ) -> None:
        self.leaves = leaves
        self.indent = indent
        self.limit = limit
        self.inside = inside
        self.exploded = False
        self.magic = False
        self.invisible: list[Leaf] = []
        self.delimiters = [0] * len(leaves)
        self._mark(range(len(leaves)) if watched is None else watched)

    def _mark(self, watched: Sequence[int]) -> None:
        """Look at the leaves with the numbers `watched`; their brackets match."""
        leaves, delimiters = self.leaves, self.delimiters
        stack: list[Leaf] = []
        words: list[tuple[str, int]] = []  # what ends a part with commas of its own
        depth = 0
        for index in watched:
            leaf = leaves[index]
            kind = leaf.kind
            if words and words[-1] == (leaf.value, depth):
                words.pop()
                depth -= 1
            if kind in CLOSING and stack:
                depth -= 1
                leaf.opening = stack.pop()
                if not leaf.value:
                    self.invisible.append(leaf)
            leaf.depth = depth
            if not depth:
                if leaf.before and index:
                    delimiters[index - 1] = leaf.before
                elif kind == ",":
                    delimiters[index] = COMMA
            if kind in OPENING:
                stack.append(leaf)
                depth += 1
                if not leaf.value:
                    self.invisible.append(leaf)
            elif kind == "name" and leaf.value in _PARTS:
                depth += 1
                words.append((_PARTS[leaf.value], depth))
            elif kind in CLOSING and leaves[index - 1].kind == ",":
                self.magic = self.magic or self._is_magic(index)

    def _is_magic(self, index: int) -> bool:
        """Whether the comma before a bracket is more than what makes a tuple."""
        closing = self.leaves[index]
        if closing.kind == "}" or (closing.kind == "]" and closing.role != "trailer"):
            return True
        if closing.kind == ")" and self.is_import:
            return True
        return not one_element(self.leaves, index)

    @property
    def is_import(self) -> bool:
        return self.leaves[0].kind == "import"

    @property
    def is_def(self) -> bool:
        return self.leaves[0].kind == "def"

    def text(self) -> str:
        """The line as it is written."""
        leaves = self.leaves
        rest = [leaf.space + leaf.value for leaf in leaves[1:]]
        return "    " * self.indent + leaves[0].value + "".join(rest)

    def fits(self, spare: int = 0) -> bool:
        """Whether it leaves `spare` columns at least."""
        return width(self.text()) <= self.limit - spare


def one_element(leaves: Sequence[Leaf], index: int) -> bool:
    """Whether the bracket there closes over one element and a comma, but no call's."""
    closing = leaves[index]
    commas, depth = 0, closing.depth + 1
    for at in range(index - 1, -1, -1):
        leaf = leaves[at]
        if leaf is closing.opening:
            return commas < 2
        if leaf.kind == "," and leaf.depth == depth:
            if leaf.role == "arguments":
                return False
            commas += 1
    return False


def width(text: str) -> int:
    """The columns that `text` takes, of which some characters take two or none."""
    if text.isascii():
        return len(text)
    from black.strings import str_width  # rarely needed, and slow to import

    return str_width(text)
