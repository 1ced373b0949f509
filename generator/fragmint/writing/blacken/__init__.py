"""Python -> the Python that black makes of it, many times as fast.

Black takes a minute for what is generated out of a large description. So there is a
second, smaller formatter here, for the Python that templates make. It promises two
things: what it returns is byte for byte what black returns, and
where it does not know that for sure it raises `Unsure`; the caller asks black then.

It works in these steps, a module each:

- `source`: text -> statements and comments. Most statements are short, and repeat
  themselves all over a package, so that each different one is laid out once.
- `expressions` and `statements`: a statement -> leaves. Those are its words, each
  knowing the space before it, how good a place for a line break that is, and the
  brackets around it; some brackets are invisible, and may be made visible.
- `splitting`: leaves -> lines, where they are too many for one. `parentheses` says
  which of the invisible ones are worth it.
- `literals`: strings, numbers and docstrings.
- `spacing`: blank lines between the statements.

The text has to be Python; that is for the caller to find out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .leaves import Unsure, width
from .lines import laid_out
from .literals import docstring
from .source import Piece, is_string, pieces
from .spacing import Block, Spacing

__all__ = ["Unsure", "blacken"]

_WORD = re.compile(r"\w+|.")
_KINDS = {
    "@": "decorator",
    "class": "class",
    "def": "def",
    "from": "import",
    "import": "import",
}


def blacken(source: str, limit: int = 88) -> str:
    """`source` as black writes it.

    Args:
        source: Python.
        limit: How many columns a line may take.

    Raises:
        Unsure: only black knows.
    """
    if "\f" in source or "\r" in source or source.startswith("\ufeff"):
        raise Unsure("an unusual line break")
    spacing = Spacing()
    modern = False
    last: _Nested | None = None
    for one in _without_stubs(_nested(list(pieces(source)))):
        if not one.text:
            spacing.add(_comment(one))
            continue
        block = _block(one, last, modern, limit)
        if block.word == "from" and "__future__" in one.text and not one.depth:
            modern = modern or "annotations" in one.text
        spacing.add(block)
        last = one
    if last is None:
        raise Unsure("nothing there")
    return spacing.text()


class _Nested(NamedTuple):
    """A piece, and at which level it is."""

    depth: int
    text: str
    comment: str
    blank: int


def _nested(found: list[Piece]) -> list[_Nested]:
    """Each piece with its level. A comment can be at that of the block which ends."""
    nested: list[_Nested] = []
    comments: list[Piece] = []
    depth, opens = 0, False
    for piece in [*found, Piece(0, 0, "", "")]:
        if not piece.text and piece.comment:
            comments.append(piece)
            continue
        level, odd = divmod(piece.columns, 4)
        if odd or level > depth + opens or piece.text[:1].isspace():
            raise Unsure("an unusual indentation")
        for comment in comments:
            depth = max(level, min(depth, comment.columns // 4))
            nested.append(_Nested(depth, "", comment.comment, comment.blank))
        comments.clear()
        nested.append(_Nested(level, piece.text, piece.comment, piece.blank))
        depth, opens = level, piece.text.endswith(":")
    nested.pop()
    return nested


def _without_stubs(nested: list[_Nested]) -> list[_Nested]:
    """A body of `...` alone goes on the line of its definition."""
    result: list[_Nested] = []
    for index, one in enumerate(nested):
        head = result[-1] if result else None
        if (
            one.text == "..."
            and head is not None
            and head.depth < one.depth
            and head.text.startswith(("def ", "class ", "async def "))
        ):
            after = nested[index + 1] if index + 1 < len(nested) else None
            if after is None or after.depth < one.depth:
                if one.comment or head.comment or (after and not after.text):
                    raise Unsure("a comment beside a stub")
                result[-1] = head._replace(text=f"{head.text} ...")
                continue
        result.append(one)
    return result


def _block(one: _Nested, last: _Nested | None, modern: bool, limit: int) -> Block:
    depth, text = one.depth, one.text
    match = _WORD.match(text)
    assert match is not None
    word = match[0]
    kind = _KINDS.get(word, "")
    if word == "async" and text[5:].lstrip().startswith("def"):
        kind = "def"
    opens = text[-1] == ":"
    stub = kind == "def" and text.endswith("...")
    if (last is None or last.depth < depth) and is_string(text):
        kind = "docstring"
        laid = "    " * depth + docstring(text, depth, limit)
    else:
        laid = laid_out(text, depth, modern, limit)
    if one.comment:
        laid = f"{laid}  {one.comment}"
        if "\n" in laid or width(laid) > limit:
            raise Unsure("a comment after a long statement")
    return Block(kind, depth, laid, word, opens, stub, one.blank)


def _comment(one: _Nested) -> Block:
    text = "    " * one.depth + one.comment
    return Block("comment", one.depth, text, "#", False, False, one.blank)
