"""Plan -> the modules of a package as they go to the disk: rendered, and laid out.

A large package is made by all processors, each of which renders its share of the pages
and lays it out. What comes of it does not depend on how many they are. Where a large
one is to be expected, the others get ready while this one reads the description. Pages
whose plan is as it was are not made again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import parent_process
from typing import TypeAlias

from ..diagnostics import Problem, Problems
from ..planning.plan import Package
from ..processes import processes
from .known import NOTHING, Known, key_of, planned, written
from .layout import layout
from .render import Page, Style, check_names, compiled, pages, render, take

__all__ = ["make_modules", "workers"]

_WORTH_IT = 150
"""How many pages it takes for another process to be worth its start."""
_CHUNKS = 8
"""Chunks for each process, so that nobody waits long for the last one."""

Workers: TypeAlias = tuple[ProcessPoolExecutor, Future[dict[str, bytes]]] | None


@dataclass(frozen=True, slots=True)
class _Made:
    """Modules by path, the keys that they are known by, and what is wrong."""

    texts: dict[str, str]
    keys: dict[str, str]
    problems: list[Problem]

    def add(self, path: str, text: str, source: bytes) -> None:
        self.texts[path] = text
        self.keys[path] = key_of(source, text)

    def lay_out(
        self, rendered: dict[str, str], sources: dict[str, bytes], style: Style
    ) -> None:
        texts, problems = layout(rendered, style.line_length)
        self.problems.extend(problems)
        for path, text in texts.items():
            self.add(path, text, sources[path])


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
    with processes(others) as pool:
        if pool is None:
            yield None
            return
        # One would do for us; but each of them needs its templates, too.
        made = [pool.submit(compiled, style) for _ in range(others)]
        yield pool, made[0]


def make_modules(
    package: Package, style: Style, pool: Workers = None, known: Known = NOTHING
) -> tuple[dict[str, str], dict[str, str]]:
    """Every module of `package`, by path, and the keys of those, to be known by.

    Args:
        package: The plan.
        style: How they are written.
        pool: The processes to do it, where there are any yet.
        known: What modules have come to before.

    Raises:
        Problems: a template cannot be rendered, or makes no Python.
    """
    if style.overrides is not None:
        check_names(style.overrides)
    whole, parts = pages(package)
    made = _Made({}, {}, [])
    todo = []
    for page in parts:
        source = planned(page) if known.keys else b""
        text = known.text(page.path, source)
        if text is None:
            todo.append(page)
        else:
            made.add(page.path, text, source)
    for one in _all_made(whole, todo, style, pool, known):
        made.texts.update(one.texts)
        made.keys.update(one.keys)
        made.problems.extend(one.problems)
    if made.problems:
        raise Problems(list(dict.fromkeys(made.problems)))
    return dict(sorted(made.texts.items())), dict(sorted(made.keys.items()))


def _of_whole(style: Style, wanted: list[Page], known: Known) -> _Made:
    """Those that see all of the plan, and say little of it, are known by their text."""
    rendered, problems = render(wanted, style)
    made = _Made({}, {}, problems)
    for path, text in rendered.items():
        source = written(text)
        laid_out = known.text(path, source)
        if laid_out is None:
            made.lay_out({path: text}, {path: source}, style)
        else:
            made.add(path, laid_out, source)
    return made


def _of_parts(style: Style, wanted: list[Page]) -> _Made:
    rendered, problems = render(wanted, style)
    made = _Made({}, {}, problems)
    made.lay_out(rendered, {page.path: planned(page) for page in wanted}, style)
    return made


def _all_made(
    whole: list[Page], parts: list[Page], style: Style, pool: Workers, known: Known
) -> list[_Made]:
    if pool is None and len(parts) >= _WORTH_IT:
        with workers(style) as pool:
            return _shared_out(whole, parts, style, pool, known)
    return _shared_out(whole, parts, style, pool, known)


def _shared_out(
    whole: list[Page], parts: list[Page], style: Style, workers: Workers, known: Known
) -> list[_Made]:
    if workers is None or len(parts) < _WORTH_IT:
        return [_of_whole(style, whole, known), _of_parts(style, parts)]
    pool, code = workers
    count = (os.cpu_count() or 1) * _CHUNKS
    chunks = [parts[start::count] for start in range(count)]
    try:
        given = [pool.submit(_of_parts, style, chunk) for chunk in chunks]
        take(style, code.result())
        # These see all of the plan, which is much to send.
        made = [_of_whole(style, whole, known)]
        for chunk, future in reversed([*zip(chunks, given, strict=True)]):
            if future.cancel():  # nobody has begun with it
                made.append(_of_parts(style, chunk))
        return made + [one.result() for one in given if not one.cancelled()]
    except (BrokenProcessPool, OSError):  # where there can be no other processes
        return [_of_whole(style, whole, known), _of_parts(style, parts)]
