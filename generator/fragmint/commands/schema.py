"""``fragmint schema``: the configuration as JSON Schema."""

from __future__ import annotations

import argparse
import json

from ..config.schema import schema

__all__ = ["arguments", "run"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(options: argparse.Namespace) -> int:
    """Print it."""
    print(json.dumps(schema(), indent=2))
    return 0
