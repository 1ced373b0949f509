"""The targets that a command is for, and what it says of each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..config import CONFIG, Target, around_us, checked, load_targets
from ..diagnostics import Problem, Problems, did_you_mean
from ..pipeline import Outcome
from ..several import Made
from ..writing import manifest
from .terminal import tell

__all__ = ["Told", "arguments", "chosen", "counted", "named", "said"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What says which targets: names in the configuration, or flags for one."""
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--config", type=Path, metavar="FILE", help=f"not {CONFIG}")
    parser.add_argument("--spec", type=Path, metavar="FILE", help="root document")
    parser.add_argument("--package", metavar="NAME", help="name of the package")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="folder for the package (here)"
    )
    parser.add_argument(
        "--operation",
        action="append",
        default=[],
        metavar="ID",
        help="only these, by operationId or 'METHOD /path', * stands for anything; "
        "can be repeated",
    )
    parser.add_argument(
        "--root", type=Path, metavar="DIR", help="folder that no $ref may leave"
    )
    parser.add_argument(
        "--transport", metavar="NAME", help="what the client sends by (httpx2)"
    )
    parser.add_argument(
        "--strict", action="store_true", help="take every warning for an error"
    )
    parser.add_argument(
        "--templates", type=Path, metavar="DIR", help="templates that override"
    )
    parser.add_argument(
        "--quiet", action="store_true", help="print nothing but problems"
    )
    parser.add_argument(
        "--all-warnings",
        action="store_true",
        help="print each of many warnings that are alike",
    )


def chosen(options: argparse.Namespace) -> list[Target]:
    """The targets that are asked for.

    Raises:
        Problems: the configuration, or what was asked for, is wrong.
    """
    if options.spec is not None:
        if options.targets:
            message = f"{options.targets[0]} is a target, which --spec is not"
            hint = "give either targets or --spec"
            raise Problems([Problem("bad-option", message, None, hint)])
        return [_from_flags(options)]
    for flag in ("package", "output", "operation", "root", "transport"):
        if getattr(options, flag):
            message = f"--{flag} goes with --spec"
            hint = "without --spec, what to generate stands in the configuration"
            raise Problems([Problem("bad-option", message, None, hint)])
    hint = "give --spec and --package, or write one: fragmint init SPEC"
    targets = load_targets(options.config, hint)
    chosen = named(options.targets, targets) or targets
    if options.templates:
        chosen = [checked(replace(one, templates=options.templates)) for one in chosen]
    return [replace(one, strict=True) for one in chosen] if options.strict else chosen


def named(names: Sequence[str], targets: Sequence[Target]) -> list[Target]:
    """Those of `targets` that are called so.

    Raises:
        Problems: there are none of some of the names.
    """
    known = {target.name: target for target in targets}
    problems: list[Problem] = []
    for name in names:
        if name not in known:
            close = did_you_mean(name, known)
            hint = f"did you mean {close}?" if close else f"it has {', '.join(known)}"
            message = f"no target {name} in {targets[0].config}"
            problems.append(Problem("unknown-target", message, None, hint))
    if problems:
        raise Problems(problems)
    return [known[name] for name in names]


def _from_flags(options: argparse.Namespace) -> Target:
    if options.package is None:
        hint = "give the package a name: --package NAME"
        raise Problems([Problem("bad-option", "--spec needs --package", None, hint)])
    target = Target(
        spec=options.spec,
        output=options.output or Path(),
        package=options.package,
        operations=tuple(options.operation),
        templates=options.templates,
        strict=options.strict,
        root=options.root,
        transport=options.transport or "httpx2",
    )
    checked(target)
    if around_us([target]):
        paths = ("spec", "output", "templates", "root")
        given = {name: getattr(target, name) for name in paths}
        there = {name: one.absolute() for name, one in given.items() if one is not None}
        target = replace(target, **there)
    return target


class Told:
    """What a command has told of targets.

    Attributes:
        exit_code: 2 where one could not be done for what is wrong.
    """

    def __init__(self, *, quiet: bool, every: bool = False) -> None:
        self.exit_code = 0
        self._quiet = quiet
        self._every = every
        self._known: set[Problem] = set()

    def problems(self, made: Made) -> None:
        """Print what is wrong with a target, but for what was told of others."""
        found = made.warnings if isinstance(made, Outcome) else made
        new = (one for one in found if one not in self._known)
        tell(new, every=self._every)
        self._known |= {*found}
        if not isinstance(made, Outcome):
            self.exit_code = 2

    def text(self, text: str) -> None:
        """Print what has become of a target, if anybody wants to know."""
        if not self._quiet:
            sys.stdout.write(text)


def said(outcome: Outcome) -> str:
    """What became of a target, in a few words."""
    whole = (
        f"{_count(outcome.operations, 'operation')} in {_count(outcome.files, 'file')}"
    )
    if not outcome.changes:
        told = f"; {_count(outcome.untold, 'warning')}, which check tells"
        return f"up to date ({whole}{told if outcome.untold else ''})"
    return f"generated {whole}: {counted(outcome)}"


def counted(outcome: Outcome) -> str:
    """How many files change, and in which way.

    The manifest, which changes with all of them, is none of the files counted.
    """
    changes = [one for one in outcome.changes if one[0] != manifest.NAME]
    kinds = {
        "new": sum(before is None for _, before, _ in changes),
        "changed": sum(None not in (before, after) for _, before, after in changes),
        "removed": sum(after is None for _, _, after in changes),
    }
    parts = [f"{count} {kind}" for kind, count in kinds.items() if count]
    return ", ".join(parts) or f"{manifest.NAME} alone"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
