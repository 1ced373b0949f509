"""Plan -> the modules of a package as they go to the disk: rendered, and laid out.

A large package is made by all processors, each of which renders its share of the pages
and lays it out. What comes of it does not depend on how many they are.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import TypeAlias

from ..diagnostics import Problem, Problems
from ..planning.plan import Package
from .layout import layout
from .render import Page, check_names, pages, render

__all__ = ["make_modules"]

_WORTH_IT = 150
"""How many pages it takes for another process to be worth its start."""
_CHUNKS = 8
"""Chunks for each process, so that nobody waits long for the last one."""

_Made: TypeAlias = tuple[dict[str, str], list[Problem]]


def make_modules(package: Package, overrides: Path | None = None) -> dict[str, str]:
    """Every module of `package`, by path.

    Args:
        package: The plan.
        overrides: A folder whose templates take the place of those with their names.

    Raises:
        Problems: a template cannot be rendered, or makes no Python.
    """
    if overrides is not None:
        check_names(overrides)
    whole, parts = pages(package)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for made, found in _all_made(whole, parts, overrides):
        texts |= made
        problems += found
    if problems:
        raise Problems(list(dict.fromkeys(problems)))
    return dict(sorted(texts.items()))


def _made(overrides: Path | None, wanted: list[Page]) -> _Made:
    rendered, problems = render(wanted, overrides)
    texts, more = layout(rendered)
    return texts, problems + more


def _all_made(
    whole: list[Page], parts: list[Page], overrides: Path | None
) -> list[_Made]:
    processes = os.cpu_count() or 1
    if processes < 2 or len(parts) < _WORTH_IT:
        return [_made(overrides, whole + parts)]
    count = processes * _CHUNKS
    chunks = [parts[start::count] for start in range(count)]
    try:
        with ProcessPoolExecutor(processes) as pool:
            shares = pool.map(partial(_made, overrides), chunks)
            # These see all of the plan, which is much to send.
            return [_made(overrides, whole), *shares]
    except (BrokenProcessPool, OSError):  # where there can be no other processes
        return [_made(overrides, whole + parts)]
