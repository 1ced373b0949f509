"""``fragmint explain``: the lines of a description that a violation points to."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..config import found, load_targets
from ..reviewing.explain import explain

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "pointer",
        nargs="+",
        metavar="POINTER",
        help="file.yaml#/components/…, or as a violation is printed: file.yaml, Name",
    )
    parser.add_argument("--config", type=Path, metavar="FILE")


def run(options: argparse.Namespace) -> int:
    """Print them. Without a configuration the file is a path."""
    config = options.config or found()
    targets = load_targets(config) if config is not None and config.exists() else []
    sys.stdout.write(explain(targets, " ".join(options.pointer)))
    return 0
