"""The command line: arguments in, exit code out.

Exit codes: 0 done or nothing to do; 1 a difference was found; 2 the input or the
configuration is wrong.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

from . import __version__
from .config import CONFIG, Target, load_targets
from .diagnostics import Problem, Problems, did_you_mean, show
from .pipeline import Outcome, check, generate

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments`, else the process's own, ask for."""
    # Nothing that a run makes becomes garbage before its end; to look takes a quarter
    # of the time that large descriptions take.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What a terminal cannot show is told by its escape.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except Problems as error:
        sys.stderr.write(show(error.problems))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we print has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fragmint",
        description="Mints typed, validated clients out of OpenAPI descriptions.",
        epilog="Exit codes: 0 done or nothing to do, 1 a difference, 2 wrong input.",
    )
    parser.add_argument(
        "--version", action="version", version=f"fragmint {__version__}"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, run, about in (
        ("generate", _generate, "make the packages of all targets, or of those named"),
        ("check", _check, "tell whether generating would change anything"),
    ):
        command = commands.add_parser(name, help=about, description=f"{about}.")
        command.set_defaults(run=run)
        command.add_argument("targets", nargs="*", metavar="TARGET")
        command.add_argument(
            "--config", type=Path, metavar="FILE", default=Path(CONFIG)
        )
        command.add_argument("--spec", type=Path, metavar="FILE", help="root document")
        command.add_argument("--package", metavar="NAME", help="name of the package")
        command.add_argument(
            "--output", type=Path, metavar="DIR", help="folder for the package (here)"
        )
        command.add_argument(
            "--operation",
            action="append",
            default=[],
            metavar="ID",
            help="only this one, by operationId or 'METHOD /path'; can be repeated",
        )
        command.add_argument(
            "--root", type=Path, metavar="DIR", help="folder that no $ref may leave"
        )
        command.add_argument(
            "--transport", metavar="NAME", help="what the client sends by (httpx2)"
        )
        command.add_argument(
            "--strict", action="store_true", help="take every warning for an error"
        )
        command.add_argument(
            "--templates", type=Path, metavar="DIR", help="templates that override"
        )
        if name == "generate":
            command.add_argument(
                "--force", action="store_true", help="overwrite what was edited"
            )
    about = "show the lines of the description that a pointer of a violation leads to"
    command = commands.add_parser("explain", help=about, description=f"{about}.")
    command.set_defaults(run=_explain)
    command.add_argument("pointer", metavar="POINTER", help="file.yaml#/components/…")
    command.add_argument("--config", type=Path, metavar="FILE", default=Path(CONFIG))
    return parser


def _targets(options: argparse.Namespace) -> list[Target]:
    if options.spec is not None:
        if options.targets:
            message = (
                f"{options.targets[0]} is a target of {CONFIG}, which --spec is not"
            )
            hint = "give either targets or --spec"
            raise Problems([Problem("bad-option", message, None, hint)])
        return [_from_flags(options)]
    for flag in ("package", "output", "operation", "root", "transport"):
        if getattr(options, flag):
            message = f"--{flag} goes with --spec"
            hint = f"without --spec, what to generate stands in {CONFIG}"
            raise Problems([Problem("bad-option", message, None, hint)])
    targets = load_targets(options.config)
    known = {target.name: target for target in targets}
    problems = []
    for name in options.targets:
        if name not in known:
            close = did_you_mean(name, list(known))
            advice = f"did you mean {close}?" if close else None
            message = f"no target {name} in {options.config}"
            problems.append(Problem("unknown-target", message, None, advice))
    if problems:
        raise Problems(problems)
    chosen = [known[name] for name in options.targets] or targets
    if options.templates:
        chosen = [replace(one, templates=options.templates) for one in chosen]
    return [replace(one, strict=True) for one in chosen] if options.strict else chosen


def _from_flags(options: argparse.Namespace) -> Target:
    if options.package is None:
        hint = "give the package a name: --package NAME"
        raise Problems([Problem("bad-option", "--spec needs --package", None, hint)])
    return Target(
        spec=options.spec,
        output=options.output or Path(),
        package=options.package,
        operations=tuple(options.operation),
        templates=options.templates,
        strict=options.strict,
        root=options.root,
        transport=options.transport or "httpx2",
    )


def _generate(options: argparse.Namespace) -> int:
    for target in _targets(options):
        outcome = generate(target, force=options.force)
        _warn(outcome)
        print(f"{target.folder}: {_told(outcome)}")
    return 0


def _told(outcome: Outcome) -> str:
    whole = (
        f"{_count(outcome.operations, 'operation')} in {_count(outcome.files, 'file')}"
    )
    if not outcome.changes:
        return f"up to date ({whole})"
    kinds = {
        "new": sum(before is None for _, before, _ in outcome.changes),
        "changed": sum(
            None not in (before, after) for _, before, after in outcome.changes
        ),
        "removed": sum(after is None for _, _, after in outcome.changes),
    }
    parts = [f"{count} {kind}" for kind, count in kinds.items() if count]
    return f"generated {whole}: {', '.join(parts)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _check(options: argparse.Namespace) -> int:
    from .reviewing.differences import unified

    found = False
    for target in _targets(options):
        outcome = check(target)
        _warn(outcome)
        found = found or bool(outcome.changes)
        sys.stdout.write(unified(target.folder, outcome.changes))
        if not outcome.changes:
            print(f"{target.folder}: {_told(outcome)}")
    if found:
        sys.stderr.write("fragmint: generating would change what is shown above\n")
    return 1 if found else 0


def _explain(options: argparse.Namespace) -> int:
    from .reviewing.explain import explain

    # Without a configuration the pointer begins with a path.
    targets = load_targets(options.config) if options.config.exists() else []
    sys.stdout.write(explain(targets, options.pointer))
    return 0


def _warn(outcome: Outcome) -> None:
    if outcome.warnings:
        sys.stderr.write(show(outcome.warnings))


if __name__ == "__main__":
    sys.exit(main())
