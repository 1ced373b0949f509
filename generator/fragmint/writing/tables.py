"""The tables of our own documentation, for what is said there and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .folders import shipped

__all__ = ["code", "rows"]


def rows(page: str) -> Iterator[tuple[str, ...]]:
    """The cells of each row of the tables of a page, such as ``docs/problems.md``."""
    for line in shipped(page).read_text("utf-8").splitlines():
        if line.startswith("| "):
            yield tuple(cell.strip() for cell in line.strip("|").split(" | "))


def code(cell: str) -> list[str]:
    """What a cell has in backquotes."""
    return re.findall(r"`([^`]+)`", cell)
