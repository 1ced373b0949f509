"""``fragmint verify``: are the files of packages as they were generated?"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..diagnostics import Problem, Problems
from ..reviewing.verifying import verified

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="DIR", help="folder of a package"
    )
    parser.add_argument(
        "--strict", action="store_true", help="fail for files of others, too"
    )


def run(options: argparse.Namespace) -> int:
    """Print what is not; 1 if anything is edited or missing."""
    code = 0
    problems: list[Problem] = []
    for folder in options.folders:
        try:
            verdict = verified(folder)
        except Problems as error:
            problems += error.problems
        else:
            code = max(code, verdict.exit_code(strict=options.strict))
            print(verdict.told(folder))
    if problems:
        raise Problems(problems)
    return code
