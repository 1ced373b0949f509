"""``fragmint generate``: make the packages of targets."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from functools import partial
from pathlib import Path

from ..config import around_us
from ..pipeline import Outcome, generate, unchanged
from ..several import each
from . import targets
from .terminal import Progress

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    targets.arguments(parser)
    parser.add_argument(
        "--force",
        action="store_true",
        help="make all anew, and overwrite what was edited",
    )
    parser.add_argument(
        "--depfile", type=Path, metavar="FILE", help="write inputs for make or ninja"
    )


def run(options: argparse.Namespace) -> int:
    """Make them, and print a line for each; 2 if something is wrong with any."""
    wanted = targets.chosen(options)
    here = Path.cwd() if around_us(wanted) else None
    work = partial(generate, force=options.force)
    told = targets.Told(quiet=options.quiet, every=options.all_warnings)
    outcomes: list[Outcome] = []
    same = (lambda _: None) if options.force else unchanged
    with Progress(len(wanted), quiet=options.quiet) as progress:
        for target, made in each(work, wanted, progress.step, same):
            progress.clear()
            told.problems(made)
            if isinstance(made, Outcome):
                outcomes.append(made)
                told.text(f"{target.folder}: {targets.said(made)}\n")
    if here is not None:
        with suppress(OSError):  # there is none of its name any more
            os.chdir(here)  # by its name, which is that of another folder now
    if options.depfile is not None and not told.exit_code:
        from ..depfile import write

        write(options.depfile, outcomes)
    return told.exit_code
