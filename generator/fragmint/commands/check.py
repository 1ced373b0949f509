"""``fragmint check``: would generating change anything?"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field

from ..diagnostics import Problem, Problems, has_errors, in_order, show
from ..pipeline import Outcome, check, describe
from ..reviewing.formats import FORMATS, Report, of_problem
from . import targets

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
        _tell(checked)
    else:
        sys.stdout.write(_reported(checked, options.format))
    return checked.exit_code


def _checked(options: argparse.Namespace) -> _Checked:
    checked = _Checked()
    try:
        wanted = targets.chosen(options)
    except Problems as error:
        return _Checked(problems=[*error.problems])
    for target in wanted:
        try:
            outcome = check(target)
        except Problems as error:
            checked.problems += error.problems
        else:
            checked.outcomes.append(outcome)
            checked.problems += outcome.warnings
    return checked


def _tell(checked: _Checked) -> None:
    from ..reviewing.differences import unified

    sys.stderr.write(show(in_order(checked.problems)))
    for one in checked.outcomes:
        sys.stdout.write(unified(one.target.folder, one.changes))
        if not one.changes:
            print(f"{one.target.folder}: {targets.told(one)}")
    if any(one.changes for one in checked.outcomes):
        sys.stderr.write("fragmint: generating would change what is shown above\n")


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
