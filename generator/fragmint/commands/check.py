"""``fragmint check``: would generating change anything?"""

from __future__ import annotations

import argparse
import sys

from ..pipeline import check
from . import targets

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    targets.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print what would change; 1 if anything."""
    from ..reviewing.differences import unified

    found = False
    for target in targets.chosen(options):
        outcome = check(target)
        targets.warn(outcome)
        found = found or bool(outcome.changes)
        sys.stdout.write(unified(target.folder, outcome.changes))
        if not outcome.changes:
            print(f"{target.folder}: {targets.told(outcome)}")
    if found:
        sys.stderr.write("fragmint: generating would change what is shown above\n")
    return 1 if found else 0
