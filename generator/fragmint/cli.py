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
from importlib import import_module
from io import TextIOWrapper

from . import __version__
from .commands import COMMANDS
from .diagnostics import Problems, show

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
    options = _options(sys.argv[1:] if arguments is None else arguments)
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


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="fragmint",
        description="Mints typed, validated clients out of OpenAPI descriptions.",
        epilog="Exit codes: 0 done or nothing to do, 1 a difference, 2 wrong input.",
    )
    parser.add_argument(
        "--version", action="version", version=f"fragmint {__version__}"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=f"{about}.")
        if name in arguments:
            module = import_module(f".commands.{name}", __package__)
            module.arguments(command)
            command.set_defaults(run=module.run)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
