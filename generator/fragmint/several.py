"""Several targets: what is to be done for each is done on all processors.

A small target is a task for a process. One that is large has all of them work for it
(`writing/modules.py`), and so is done alone: what works for others starts no processes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TypeAlias

from .config import Target
from .diagnostics import Problem, Problems
from .pipeline import Outcome, is_large, unchanged

__all__ = ["Made", "each"]

Made: TypeAlias = "Outcome | tuple[Problem, ...]"
"""What became of a target, or what is wrong with it."""
_Work: TypeAlias = Callable[[Target], Outcome]


def each(
    work: _Work,
    targets: Sequence[Target],
    done: Callable[[], None] = lambda: None,
    same: Callable[[Target], Outcome | None] = unchanged,
) -> Iterator[tuple[Target, Made]]:
    """What becomes of each target, in the order of these.

    Args:
        work: What is to be done for it, a function that can be pickled.
        targets: Where there is but one, no other process is started for it.
        done: Called when one of them is done, whichever that is.
        same: What becomes of a target for which nothing is to be done; else None.
    """
    made: dict[int, Made] = {}
    if len(targets) > 1:
        made |= _those_unchanged(targets, done, same)
        rest = [i for i, one in enumerate(targets) if i not in made]
        small = [index for index in rest if not is_large(targets[index])]
        made |= _by_processes(work, {index: targets[index] for index in small}, done)
    for index, target in enumerate(targets):
        if index not in made:
            made[index] = _made(work, target)
            done()
        yield target, made.pop(index)


def _made(work: _Work, target: Target) -> Made:
    try:
        return work(target)
    except Problems as error:
        return error.problems


def _those_unchanged(
    targets: Sequence[Target],
    done: Callable[[], None],
    same: Callable[[Target], Outcome | None],
) -> Iterator[tuple[int, Made]]:
    for index, target in enumerate(targets):
        with suppress(Problems):  # whoever makes it, meets them again
            found = same(target)
            if found is not None:
                yield index, found
                done()


def _by_processes(
    work: _Work, targets: dict[int, Target], done: Callable[[], None]
) -> dict[int, Made]:
    """What has become of targets; of none where there can be no processes."""
    count = min(os.cpu_count() or 1, len(targets))
    made: dict[int, Made] = {}
    if count < 2:
        return made
    # Only here, as it takes its time.
    from concurrent.futures import FIRST_COMPLETED, Future, wait
    from concurrent.futures.process import BrokenProcessPool

    from .processes import processes

    waiting = iter(targets.items())
    running: dict[Future[Made], int] = {}
    with suppress(BrokenProcessPool), processes(count) as pool:
        if pool is None:
            return made

        def begin(more: int) -> None:
            with suppress(OSError):  # there are no more to be had
                for index, target in islice(waiting, more):
                    running[pool.submit(_made, work, target)] = index

        # No more than can be worked on: what a pool has taken, Ctrl-C does not stop.
        begin(count)
        while running:
            for task in wait(running, return_when=FIRST_COMPLETED).done:
                made[running.pop(task)] = task.result()
                done()
                begin(1)
    return made
