"""Text -> the text that black makes of it.

Black is right by definition, and slow: it would take a minute for what is generated
out of a large description. So `blacken` does what it is sure of, which is nearly
everything that the templates make, and black itself the rest. Where there is enough to
do, all processors take part.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from ..diagnostics import Problem, Problems
from .blacken import Unsure, blacken

__all__ = ["layout", "layout_chunk"]

_SHARE = 400_000
"""Characters that are worth a process of their own: it takes a tenth of a second."""


def layout(files: dict[str, str]) -> dict[str, str]:
    """Every Python file of `files` as black writes it with its defaults.

    Raises:
        Problems: what a template made of a file is no Python.
    """
    laid_out: dict[str, str] = {}
    problems: list[Problem] = []
    for texts, found in _laid_out(files):
        laid_out |= texts
        problems += found
    if problems:
        raise Problems(problems)
    return {path: laid_out[path] for path in files}


def layout_chunk(files: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """`files` as black writes them, and what is wrong with those that are no Python.

    All in this process, and with a result that can be sent to another one.
    """
    laid_out: dict[str, str] = {}
    problems: list[Problem] = []
    for path, text in files.items():
        try:
            laid_out[path] = _layout(text)
        except _NoPython as error:
            message = f"the templates made no Python of {path}: {error}"
            problems.append(Problem("bad-output", message, None))
    return laid_out, problems


class _NoPython(Exception):
    """A text that black cannot read, and its words for why."""


def _layout(text: str) -> str:
    if _compiles(text):
        try:
            return blacken(text)
        except (Unsure, RecursionError):
            pass
    return _layout_by_black(text)


def _compiles(text: str) -> bool:
    """Whether `text` is Python for sure; what is not may still be for black."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an odd escape a test may complain
            compile(text, "generated", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _layout_by_black(text: str) -> str:
    from black import Mode, format_str
    from black.parsing import InvalidInput

    try:
        return format_str(text, mode=Mode())
    except InvalidInput as error:
        raise _NoPython(str(error).splitlines()[0]) from None


def _laid_out(
    files: dict[str, str],
) -> list[tuple[dict[str, str], list[Problem]]]:
    """`files` in chunks, laid out by as many processes as are worth their start."""
    whole = sum(map(len, files.values()))
    processes = min(os.cpu_count() or 1, whole // _SHARE)
    if processes < 2:
        return [layout_chunk(files)]
    paths = sorted(files, key=lambda path: len(files[path]), reverse=True)
    chunks = 4 * processes  # so that nobody waits long for the last one
    parts = [{path: files[path] for path in paths[n::chunks]} for n in range(chunks)]
    try:
        with ProcessPoolExecutor(processes) as pool:
            return list(pool.map(layout_chunk, parts))
    except (BrokenProcessPool, OSError):
        return [layout_chunk(files)]  # where there can be no other processes
