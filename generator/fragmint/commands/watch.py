"""``fragmint watch``: make packages anew whenever what they are made of is saved."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from ..config import CONFIG, PROJECT, Target
from ..diagnostics import Problems
from ..pipeline import Outcome
from ..several import Made
from ..watching import Session, watch
from . import targets
from .terminal import tell

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    targets.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Make the packages, and go on until the user ends it."""
    config = [options.config] if options.config else [Path(CONFIG), Path(PROJECT)]
    session = Session(
        partial(targets.chosen, options),
        [] if options.spec else config,
        partial(_tell, quiet=options.quiet, every=options.all_warnings),
        partial(_tell_of_configuration, quiet=options.quiet),
    )
    _look(options)
    watch(session)
    return 0


def _look(options: argparse.Namespace) -> None:
    """See that there is a configuration, whatever it says.

    Raises:
        Problems: there is none.
    """
    try:
        targets.chosen(options)
    except Problems as error:
        if any(one.code == "no-config" for one in error.problems):
            raise


def _tell(
    target: Target, made: Made, was_whole: bool, *, quiet: bool, every: bool
) -> None:
    told = targets.Told(quiet=quiet, every=every)
    told.problems(made)
    if isinstance(made, Outcome):
        again = "" if was_whole else "whole again, "
        told.text(f"{target.folder}: {again}{targets.said(made)}\n")
        told.text("".join(f"    {one}\n" for one in _sentences(made)))
    else:
        told.text(f"{target.folder}: left as it was\n")
    sys.stdout.flush()


def _tell_of_configuration(error: Problems | None, *, quiet: bool) -> None:
    if error is not None:
        tell(error.problems)
    elif not quiet:
        print("the configuration is whole again", flush=True)


def _sentences(outcome: Outcome) -> list[str]:
    """What has changed for a caller."""
    from ..comparing.formats import sentences
    from ..comparing.report import report
    from ..comparing.sides import of_changes

    if not outcome.changes:
        return []
    try:
        old, new = of_changes(outcome)
        return [] if old is None else sentences(report(old, new))
    except Problems:
        return []  # by other templates it may be no package that can be compared
