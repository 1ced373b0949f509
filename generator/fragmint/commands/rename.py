"""``fragmint rename``: another name, and the old one works as before."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from ..config import Target, load_targets
from ..diagnostics import Problem, Problems
from ..pipeline import Outcome, Rename, generate
from .targets import Told, named, said

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "old", metavar="OLD", help="as a caller writes it: participants.create, Pet"
    )
    parser.add_argument("new", metavar="NEW", nargs="?", help="its name from now on")
    parser.add_argument(
        "more", metavar="OLD NEW", nargs="*", help="others that are renamed after it"
    )
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
    given: list[str | None] = [options.old, options.new, *options.more]
    names = [one for one in given if one is not None]
    if len(names) != 1 if options.drop else len(names) % 2:
        message = "give OLD and NEW, or several such pairs, or --drop and OLD alone"
        raise Problems([Problem("bad-option", message, None)])
    news = [None] if options.drop else names[1::2]
    renames: list[Rename] = [*zip(names[::2], news, strict=True)]
    target = _chosen(load_targets(options.config), options.target)
    outcome = generate(target, renames=renames)
    told = Told(quiet=options.quiet)
    told.problems(outcome)
    told.text(f"{target.folder}: {_done(renames, outcome)}{said(outcome)}\n")
    return told.exit_code


def _done(renames: Iterable[Rename], outcome: Outcome) -> str:
    """What has become of the names, but for what a warning has told already."""
    told = [one.message for one in outcome.warnings if one.code == "no-alias"]
    done: list[str] = []
    for old, new in renames:
        if new is None:
            done.append(f"{old} is no alias any more; ")
        elif not any(old in message.split() for message in told):
            place, dot, _ = old.rpartition(".")
            now = f"{place}{dot}{new.rpartition('.')[2]}"
            done.append(f"{old} is {now} now, and works as an alias; ")
    return "".join(done)


def _chosen(known: list[Target], name: str | None) -> Target:
    if name is None and len(known) == 1:
        return known[0]
    if name is None:
        hint = f"--target {' or '.join(one.name for one in known)}"
        message = "there are several targets"
        raise Problems([Problem("bad-option", message, None, hint)])
    return named([name], known)[0]
