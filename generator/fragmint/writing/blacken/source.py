"""Text -> statements and comments, with their indentation and the lines before them.

Nothing is understood here but strings, comments and brackets: just enough to know
where a statement ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .leaves import Unsure

__all__ = ["Piece", "is_string", "pieces"]

_STRING = r"""
    (?:"{3}[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+"{3}
    |'''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+'''
    |"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+')
"""
_IS_STRING = re.compile(f"[rbfutRBFUT]*{_STRING}", re.VERBOSE | re.DOTALL)


def _run(plain: str) -> str:
    """Everything up to the next bracket, comment or what else is not `plain`."""
    return rf"(?:{plain}*+(?:{_STRING}{plain}*+)*+)"


def _nested(run: str) -> str:
    """A run, and pairs of brackets in which there are no others."""
    return rf"(?:{run}(?:[(\[{{]{run}[)\]}}]{run})*+)"


_ON_A_LINE = _nested(_run(r"[^\n\"'#\\()\[\]{}]"))
_IN_BRACKETS = _nested(_run(r"[^\"'#\\()\[\]{}]"))
_WHOLE = re.compile(rf"({_ON_A_LINE})\n", re.VERBOSE | re.DOTALL)
_OUTSIDE = re.compile(_ON_A_LINE, re.VERBOSE | re.DOTALL)
_INSIDE = re.compile(_IN_BRACKETS, re.VERBOSE | re.DOTALL)
_BEFORE = re.compile(r"((?: *\n)*+)( *)")
_DIRECTIVE = re.compile(r"fmt *:|yapf|coding[:=]|\xa0|# *type:")


class Piece(NamedTuple):
    """A statement, or a comment on a line of its own.

    Attributes:
        blank: How many blank lines are before it.
        columns: How many columns it is indented.
        text: The statement; empty where there is only a comment.
        comment: The comment on its line, if any.
    """

    blank: int
    columns: int
    text: str
    comment: str


def is_string(text: str) -> bool:
    """Whether a statement is one string and nothing else."""
    return text[-1] in "'\"" and _IS_STRING.fullmatch(text) is not None


def pieces(source: str) -> Iterator[Piece]:
    """The statements and comments of `source`, in order."""
    if not source.endswith("\n"):
        source += "\n"
    at, end = 0, len(source)
    while True:
        match = _BEFORE.match(source, at)
        assert match is not None
        at = match.end()
        if at == end:
            return
        blank = match[1].count("\n")
        columns = len(match[2])
        whole = _WHOLE.match(source, at)
        if whole is not None:
            yield Piece(blank, columns, whole[1].rstrip(), "")
            at = whole.end()
            continue
        start, at = at, _statement_end(source, at)
        text = source[start:at].rstrip()
        comment = ""
        if source[at] == "#":
            start, at = at, source.index("\n", at)
            comment = _comment(source[start:at])
        at += 1
        yield Piece(blank, columns, text, comment)


def _statement_end(source: str, at: int) -> int:
    depth = 0
    while True:
        match = (_INSIDE if depth else _OUTSIDE).match(source, at)
        assert match is not None
        at = match.end()
        char = source[at : at + 1]
        if not char or char in "\\\"'" or (char == "#" and depth):
            raise Unsure(f"{char!r} where it is rare")
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif not depth:
            return at
        at += 1


def _comment(text: str) -> str:
    text = text.rstrip()
    if _DIRECTIVE.search(text):
        raise Unsure("a comment that says something to a tool")
    if len(text) > 1 and text[1] not in " !:#'":
        text = f"# {text[1:]}"
    return text
