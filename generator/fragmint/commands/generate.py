"""``fragmint generate``: make the packages of targets."""

from __future__ import annotations

import argparse

from ..pipeline import generate
from . import targets

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    targets.arguments(parser)
    parser.add_argument(
        "--force", action="store_true", help="overwrite what was edited"
    )


def run(options: argparse.Namespace) -> int:
    """Make them, and print a line for each."""
    for target in targets.chosen(options):
        outcome = generate(target, force=options.force)
        targets.warn(outcome)
        print(f"{target.folder}: {targets.told(outcome)}")
    return 0
