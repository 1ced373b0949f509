"""Plan -> the modules of a package as they go to the disk: rendered, and laid out.

A large package is made by all processors, each of which renders its share of the pages
and lays it out. What comes of it does not depend on how many they are. Where a large
one is to be expected, the others get ready while this one reads the description.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import parent_process
from typing import TypeAlias

from ..diagnostics import Problem, Problems
from ..planning.plan import Package
from .layout import layout
from .render import Page, Style, check_names, compiled, pages, render, take

__all__ = ["make_modules", "workers"]

_WORTH_IT = 150
"""How many pages it takes for another process to be worth its start."""
_CHUNKS = 8
"""Chunks for each process, so that nobody waits long for the last one."""

Workers: TypeAlias = tuple[ProcessPoolExecutor, Future[dict[str, bytes]]] | None
_Made: TypeAlias = tuple[dict[str, str], list[Problem]]


@contextmanager
def workers(style: Style, *, wanted: bool = True) -> Iterator[Workers]:
    """A process for each processor but this one's, and the templates that they compile.

    None where they are not wanted, or there can be none: this may be one of several
    processes already.
    """
    others = (os.cpu_count() or 1) - 1
    if not wanted or not others or parent_process() is not None:
        yield None
        return
    pool = ProcessPoolExecutor(others)
    try:
        # One would do for us; but each of them needs its templates, too.
        made = [pool.submit(compiled, style) for _ in range(others)]
        yield pool, made[0]
    finally:
        pool.shutdown(cancel_futures=True)


def make_modules(
    package: Package, style: Style, pool: Workers = None
) -> dict[str, str]:
    """Every module of `package`, by path.

    Args:
        package: The plan.
        style: How they are written.
        pool: The processes to do it, where there are any yet.

    Raises:
        Problems: a template cannot be rendered, or makes no Python.
    """
    if style.overrides is not None:
        check_names(style.overrides)
    whole, parts = pages(package)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for made, found in _all_made(whole, parts, style, pool):
        texts |= made
        problems += found
    if problems:
        raise Problems(list(dict.fromkeys(problems)))
    return dict(sorted(texts.items()))


def _made(style: Style, wanted: list[Page]) -> _Made:
    rendered, problems = render(wanted, style)
    texts, more = layout(rendered, style.line_length)
    return texts, problems + more


def _all_made(
    whole: list[Page], parts: list[Page], style: Style, pool: Workers
) -> list[_Made]:
    if len(parts) < _WORTH_IT:
        return [_made(style, whole + parts)]
    if pool is None:
        with workers(style) as pool:
            return _shared_out(whole, parts, style, pool)
    return _shared_out(whole, parts, style, pool)


def _shared_out(
    whole: list[Page], parts: list[Page], style: Style, workers: Workers
) -> list[_Made]:
    if workers is None:
        return [_made(style, whole + parts)]
    pool, code = workers
    count = (os.cpu_count() or 1) * _CHUNKS
    chunks = [parts[start::count] for start in range(count)]
    try:
        given = [pool.submit(_made, style, chunk) for chunk in chunks]
        take(style, code.result())
        # These see all of the plan, which is much to send.
        made = [_made(style, whole)]
        for chunk, future in reversed([*zip(chunks, given, strict=True)]):
            if future.cancel():  # nobody has begun with it
                made.append(_made(style, chunk))
        return made + [one.result() for one in given if not one.cancelled()]
    except (BrokenProcessPool, OSError):  # where there can be no other processes
        return [_made(style, whole + parts)]
