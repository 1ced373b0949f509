"""``fragmint diff``: what changes for a caller of the generated Python."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import CONFIG, load_targets
from ..diagnostics import Problem, Problems
from ..writing.replacing import replace_file
from .targets import named

if TYPE_CHECKING:
    from ..comparing.report import Report

__all__ = ["arguments", "run"]

_FORMATS = ("text", "markdown", "json", "github", "sarif")
_FAILING = {
    "breaking": ("major",),
    "additive": ("major", "minor"),
    "any": ("major", "minor", "patch"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "compared",
        nargs="*",
        metavar="OLD NEW | TARGET",
        help="two packages or descriptions; with --since the targets, or all",
    )
    parser.add_argument(
        "--since", metavar="REV", help="compare with what git has of a revision"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help=f"not {CONFIG}")
    parser.add_argument(
        "--operation",
        action="append",
        default=[],
        metavar="ID",
        help="of descriptions, only this one; can be repeated",
    )
    parser.add_argument(
        "--format", choices=_FORMATS, default="text", help="how it is printed (text)"
    )
    parser.add_argument(
        "--fail-on",
        choices=[*_FAILING],
        help="exit with 1 if there is a change so grave",
    )
    parser.add_argument(
        "--changelog", type=Path, metavar="FILE", help="add the changes to it, too"
    )
    parser.add_argument(
        "--title", metavar="TEXT", help="of the entry in the changelog (Unreleased)"
    )


def run(options: argparse.Namespace) -> int:
    """Print the changes; 1 if they are as grave as is asked for."""
    from ..comparing.formats import FORMATS
    from ..comparing.report import verdict

    _see_what_goes_together(options)
    reports = _reports(options)
    sys.stdout.write(FORMATS[options.format](reports))
    if options.changelog is not None:
        _keep(options.changelog, reports, options.title)
    return 1 if verdict(reports) in _FAILING.get(options.fail_on, ()) else 0


def _see_what_goes_together(options: argparse.Namespace) -> None:
    wrong: dict[str, str] = {}
    if options.since is None and len(options.compared) != 2:
        message = "diff compares two packages or descriptions: OLD NEW"
        wrong[message] = "to compare with what git has, give --since REV"
    if options.since is not None and options.operation:
        message = "--operation goes with two descriptions"
        wrong[message] = "with --since, name the targets"
    if options.title is not None and options.changelog is None:
        wrong["--title is that of an entry in a changelog"] = "give --changelog FILE"
    if wrong:
        raise Problems(Problem("bad-option", m, None, h) for m, h in wrong.items())


def _reports(options: argparse.Namespace) -> list[Report]:
    from ..comparing.report import gone, report
    from ..comparing.sides import gone_since, of_paths, since

    if options.since is None:
        old, new = map(Path, options.compared)
        return [report(*of_paths(old, new, tuple(options.operation)))]
    targets = load_targets(options.config)
    wanted = named(options.compared, targets) or targets
    found = [report(*since(options.since, one)) for one in wanted]
    if not options.compared:
        found += [gone(*one) for one in gone_since(options.since, targets)]
    return found


def _keep(path: Path, reports: list[Report], title: str | None) -> None:
    from ..comparing.changelog import UNRELEASED, updated

    try:
        data = path.read_bytes() if path.exists() else b""
        ends = "\r\n" if b"\r\n" in data else "\n"
        before = data.decode().replace("\r\n", "\n")
        after = updated(before, reports, " ".join((title or UNRELEASED).split()))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Problems([Problem("cannot-write", f"{path}: {reason}", None)]) from None
    if after != before:
        replace_file(path, after.replace("\n", ends).encode())
