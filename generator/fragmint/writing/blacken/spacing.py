"""How many blank lines stand between two statements."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Block", "Spacing"]

_OWN_CLAUSE = {"with", "try", "for", "while", "if", "match"}


@dataclass(slots=True)
class Block:
    """A statement or a comment, laid out, and the blank lines around it.

    Attributes:
        kind: "comment", "decorator", "def", "class", "import", "docstring" or "".
        depth: How many levels it is indented.
        text: Its lines.
        word: Its first word.
        opens: Whether an indented block follows.
        stub: Whether it is a function whose body is `...`, on the same line.
        before: Blank lines before it; at first those that were there.
        after: Blank lines after it that need not be asked for by what follows.
    """

    kind: str
    depth: int
    text: str
    word: str
    opens: bool
    stub: bool
    before: int
    after: int = 0


@dataclass(slots=True)
class Spacing:
    """Puts blank lines between blocks as black does, one block after the other."""

    blocks: list[Block] = field(default_factory=list[Block])
    _open: list[int] = field(default_factory=list[int])
    """The depths of the definitions around and before the present block."""
    _leading: int = -1
    """Where the comment begins that belongs to what comes next; -1 if there is none."""
    _only_docstring: bool = False
    """Whether there is nothing yet but a docstring and comments before it."""

    def add(self, block: Block) -> None:
        """The next block of a file."""
        blocks = self.blocks
        block.before = min(block.before, 1 if block.depth else 2)
        ended = self._ended(block)
        if blocks:
            last = blocks[-1]
            before, block.after = self._between(last, block, ended)
            block.before = max(0, before - last.after)
            if self._only_docstring and block.kind not in ("def", "class"):
                block.before = 1
        else:
            block.before = 0
        self._only_docstring = block.kind == "docstring" and all(
            one.kind == "comment" for one in blocks
        )
        self._lead(block)
        blocks.append(block)

    def text(self) -> str:
        """The whole file."""
        if self.blocks:
            self.blocks[-1].after = 0
        parts: list[str] = []
        for block in self.blocks:
            if block.before:
                parts.append("\n" * block.before)
            parts.append(block.text)
            parts.append("\n\n" if block.after else "\n")
        return "".join(parts)

    def _ended(self, block: Block) -> int:
        """The depth of the definition that ends before `block`, or -1."""
        ended = -1
        while self._open and self._open[-1] >= block.depth:
            ended = self._open.pop()
        if block.kind in ("def", "class"):
            self._open.append(block.depth)
        return ended

    def _lead(self, block: Block) -> None:
        blocks = self.blocks
        if block.kind == "comment":
            if not blocks or (
                blocks[-1].kind != "decorator"
                and (blocks[-1].kind != "comment" or block.before)
                and (self._leading < 0 or block.before)
            ):
                self._leading = len(blocks)
        elif block.kind != "decorator" or block.before:
            self._leading = -1

    def _between(self, last: Block, block: Block, ended: int) -> tuple[int, int]:
        """Blank lines before and after `block`, which follows on `last`."""
        before, asked, depth = block.before, bool(block.before), block.depth
        if block.kind == "docstring":
            if last.kind == "class":
                return 0, 1
            if last.opens and last.kind == "def":
                return 0, 0
        if ended >= 0:
            clause = block.opens and block.word not in _OWN_CLAUSE
            before = 1 if depth or (ended and clause) else 2
        if block.kind in ("decorator", "def", "class"):
            return self._before_definition(last, block, before, asked), 0
        if last.kind == "import" and block.kind != "import":
            if not last.depth and not depth:
                return 1, 0
            if last.depth == depth:
                return before or 1, 0
        return before, 0

    def _before_definition(
        self, last: Block, block: Block, before: int, asked: bool
    ) -> int:
        if last.kind == "decorator":
            return 0
        if last.depth < block.depth and last.kind in ("class", "def"):
            return int(asked)
        comment: Block | None = None
        above: Block | None = None
        if last.kind == "comment" and last.depth == block.depth and not before:
            if self._leading <= 0:
                return 0
            comment, above = self.blocks[self._leading], self.blocks[self._leading - 1]
            if above.kind == "class" or above.opens or comment.before > 1:
                return 0
        lines = 1 if block.depth else 2
        if last.stub and not asked:
            lines = 0
        if comment is not None and above is not None:
            # The blank lines belong before the comment, not between the two.
            comment.before = max(comment.before, lines) - above.after
            return 0
        return lines
