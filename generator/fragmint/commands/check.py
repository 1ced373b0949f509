"""``fragmint check``: would generating change anything?"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field

from ..config import Target
from ..diagnostics import Problem, Problems, has_errors, in_order
from ..pipeline import Outcome, check, describe, unchanged
from ..reviewing.formats import FORMATS, Report, of_problem
from ..several import each
from . import targets
from .terminal import Progress, tell

__all__ = ["arguments", "run"]


@dataclass(slots=True)
class _Checked:
    """What became of all targets: those that could be checked, and all problems."""

    outcomes: list[Outcome] = field(default_factory=list[Outcome])
    problems: list[Problem] = field(default_factory=list[Problem])

    @property
    def exit_code(self) -> int:
        if has_errors(self.problems):
            return 2
        return 1 if any(one.changes for one in self.outcomes) else 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    targets.arguments(parser)
    parser.add_argument(
        "--format",
        choices=["text", *FORMATS],
        default="text",
        help="for a person (text), for programs, or as annotations of a workflow",
    )


def run(options: argparse.Namespace) -> int:
    """Print what would change; 1 if anything, 2 if a target cannot be checked."""
    checked = _checked(options)
    if options.format == "text":
        _tell(checked, quiet=options.quiet, every=options.all_warnings)
    else:
        sys.stdout.write(_reported(checked, options.format))
    return checked.exit_code


def _checked(options: argparse.Namespace) -> _Checked:
    checked = _Checked()
    try:
        wanted = targets.chosen(options)
    except Problems as error:
        return _Checked(problems=[*error.problems])
    with Progress(len(wanted), quiet=options.quiet) as progress:
        for _, made in each(check, wanted, progress.step, _quiet):
            if isinstance(made, Outcome):
                checked.outcomes.append(made)
                checked.problems += made.warnings
            else:
                checked.problems += made
    return checked


def _quiet(target: Target) -> Outcome | None:
    """What there is to tell of `target` if nothing is to do, nor to be warned of."""
    same = unchanged(target)
    return None if same is None or same.untold or target.strict else same


def _tell(checked: _Checked, *, quiet: bool, every: bool) -> None:
    from ..reviewing.differences import told

    tell(in_order(checked.problems), every=every)
    if quiet:
        return
    for one in checked.outcomes:
        sys.stdout.write(told(one.target.folder, one.changes))
        if not one.changes:
            print(f"{one.target.folder}: {targets.said(one)}")
    for one in checked.outcomes:
        if one.changes:
            said = f"{one.target.folder}: generating would change files"
            how = f"({targets.counted(one)}), as shown above: generate, and commit"
            sys.stderr.write(f"{said} {how}\n")


def _reported(checked: _Checked, format_: str) -> str:
    from ..reviewing.differences import differences

    found = [
        difference
        for one in checked.outcomes
        if one.changes
        for difference in differences(
            one.target.folder, one.changes, describe(one.target)
        )
    ]
    report = Report(
        command="check",
        facts={"targets": [*map(_told, checked.outcomes)]},
        findings={
            "problems": tuple(map(of_problem, in_order(checked.problems))),
            "differences": tuple(found),
        },
    )
    return FORMATS[format_](report)


def _told(outcome: Outcome) -> dict[str, object]:
    return {
        "name": outcome.target.name,
        "folder": outcome.target.folder.as_posix(),
        "operations": outcome.operations,
        "up_to_date": not outcome.changes,
    }
