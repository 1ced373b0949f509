"""``fragmint check``: would generating change anything?"""

from __future__ import annotations

import argparse
import sys

from ..pipeline import Outcome, check
from ..several import each
from . import targets
from .terminal import Progress

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    targets.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print what would change; 1 if anything, 2 if something is wrong with any."""
    from ..reviewing.differences import unified

    wanted = targets.chosen(options)
    told = targets.Told(quiet=options.quiet)
    found = False
    with Progress(len(wanted), quiet=options.quiet) as progress:
        for target, made in each(check, wanted, progress.step):
            progress.clear()
            told.problems(made)
            if isinstance(made, Outcome):
                found = found or bool(made.changes)
                told.text(unified(target.folder, made.changes))
                if not made.changes:
                    told.text(f"{target.folder}: {targets.said(made)}\n")
    if found and not options.quiet:
        sys.stderr.write("fragmint: generating would change what is shown above\n")
    return told.exit_code or int(found)
