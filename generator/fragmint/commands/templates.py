"""``fragmint templates``: the templates that there are, and copies to change."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..writing.contract import copy, listed

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    actions = parser.add_subparsers(metavar="ACTION")
    about = "start a template that takes the place of fragmint's"
    action = actions.add_parser("copy", help=about, description=f"{about}.")
    action.add_argument("name", metavar="TEMPLATE", help="as the list has it")
    action.add_argument(
        "--to",
        type=Path,
        metavar="DIR",
        default=Path("templates"),
        help="folder for the copy (templates)",
    )


def run(options: argparse.Namespace) -> int:
    """Print the list, or write a copy, which never takes the place of a file."""
    if "name" in options:
        path = copy(options.name, options.to)
        print(f"{path}: change it, and generate with --templates {options.to}")
        return 0
    table = [("template", "makes", "sees"), *listed()]
    widths = [max(len(row[column]) for row in table) for column in (0, 1)]
    for name, makes, sees in table:
        print(f"{name:<{widths[0]}}  {makes:<{widths[1]}}  {sees}")
    return 0
