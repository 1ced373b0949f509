"""``fragmint rename``: another name, and the old one works as before."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..config import Target, load_targets
from ..diagnostics import Problem, Problems
from ..pipeline import Outcome, generate
from .targets import Told, named, said

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "old", metavar="OLD", help="as a caller writes it: participants.create, Pet"
    )
    parser.add_argument("new", metavar="NEW", nargs="?", help="its name from now on")
    parser.add_argument(
        "--drop", action="store_true", help="OLD is an alias that is to go"
    )
    parser.add_argument("--target", metavar="TARGET", help="where there are several")
    parser.add_argument("--config", type=Path, metavar="FILE")
    parser.add_argument(
        "--quiet", action="store_true", help="print nothing but problems"
    )


def run(options: argparse.Namespace) -> int:
    """Rename, make the package anew, and say so in a line."""
    if options.drop != (options.new is None):
        message = "give OLD and NEW, or --drop and OLD alone"
        raise Problems([Problem("bad-option", message, None)])
    target = _chosen(load_targets(options.config), options.target)
    outcome = generate(target, rename=(options.old, options.new))
    told = Told(quiet=options.quiet)
    told.problems(outcome)
    told.text(f"{target.folder}: {_done(options, outcome)}{said(outcome)}\n")
    return told.exit_code


def _done(options: argparse.Namespace, outcome: Outcome) -> str:
    """What has become of the name, unless a warning has told that already."""
    if options.drop:
        return f"{options.old} is no alias any more; "
    if any(one.code == "no-alias" for one in outcome.warnings):
        return ""
    place, dot, _ = options.old.rpartition(".")
    now = f"{place}{dot}{options.new.rpartition('.')[2]}"
    return f"{options.old} is {now} now, and works as an alias; "


def _chosen(known: list[Target], name: str | None) -> Target:
    if name is None and len(known) == 1:
        return known[0]
    if name is None:
        hint = f"--target {' or '.join(one.name for one in known)}"
        message = "there are several targets"
        raise Problems([Problem("bad-option", message, None, hint)])
    return named([name], known)[0]
