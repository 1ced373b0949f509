"""The parser of the command line, made of what the commands say they take."""

from __future__ import annotations

import argparse
from collections.abc import Container
from importlib import import_module

from .. import __version__
from . import COMMANDS

__all__ = ["parser_for"]


def parser_for(arguments: Container[str]) -> argparse.ArgumentParser:
    """The parser of `arguments`: only the commands among them are imported."""
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
            module = import_module(f".{name}", __package__)
            module.arguments(command)
            command.set_defaults(run=module.run)
    return parser
