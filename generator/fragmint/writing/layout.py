"""Text -> the text that black makes of it.

Black is right by definition, and slow: it would take a minute for what is generated
out of a large description. So `blacken` does what it is sure of, which is nearly
everything that the templates make, and black itself the rest.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping

from ..diagnostics import Problem
from .blacken import Unsure, blacken

__all__ = ["layout"]


def layout(
    files: Mapping[str, str], line_length: int = 88
) -> tuple[dict[str, str], list[Problem]]:
    """`files` as black writes them, and what is wrong with those that are no Python."""
    laid_out: dict[str, str] = {}
    problems: list[Problem] = []
    for path, text in files.items():
        try:
            laid_out[path] = _layout(text, line_length)
        except _NoPython as error:
            message = f"the templates made no Python of {path}: {error}"
            problems.append(Problem("bad-output", message, None))
    return laid_out, problems


class _NoPython(Exception):
    """A text that black cannot read, and its words for why."""


def _layout(text: str, line_length: int) -> str:
    if _compiles(text):
        try:
            return blacken(text, line_length)
        except (Unsure, RecursionError):
            pass
    return _layout_by_black(text, line_length)


def _compiles(text: str) -> bool:
    """Whether `text` is Python for sure; what is not may still be for black."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an odd escape a test may complain
            compile(text, "generated", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _layout_by_black(text: str, line_length: int) -> str:
    from black import Mode, format_str
    from black.parsing import InvalidInput

    try:
        return format_str(text, mode=Mode(line_length=line_length))
    except InvalidInput as error:
        raise _NoPython(str(error).splitlines()[0]) from None
