"""A statement -> its lines."""

from __future__ import annotations

from functools import lru_cache

from .expressions import words
from .leaves import Line, Unsure
from .literals import string
from .source import is_string
from .splitting import Context, split
from .statements import Statement

__all__ = ["laid_out"]


@lru_cache(maxsize=1 << 14)  # most statements repeat themselves all over a package
def laid_out(text: str, indent: int, modern: bool, limit: int) -> str:
    """A statement (of a compound one the head) as black writes it.

    Args:
        text: The statement, without what stands before and after it.
        indent: How many levels it is indented.
        modern: Whether the file says that it is for Python 3.7 or later.
        limit: How many columns a line may take.

    Raises:
        Unsure: only black knows.
    """
    result = _once(text, indent, modern, limit)
    if _bare(result) == _bare(text):
        return result  # of the same words it would make the same again
    return _once(result, indent, modern, limit)  # black runs twice, too


def _bare(text: str) -> str:
    """What `text` says, however it is spaced and quoted."""
    return "".join(text.split()).replace("'", '"')


def _once(text: str, indent: int, modern: bool, limit: int) -> str:
    if is_string(text):
        return "    " * indent + string(text)
    statement = Statement(words(text))
    statement.read()
    line = Line(statement.leaves, indent, limit)
    if not line.magic and line.fits():
        return line.text()
    if statement.short:
        raise Unsure(f"a long {line.leaves[0].value}")
    lines = split(line, Context(modern))
    return "\n".join([one.text() for one in lines])
