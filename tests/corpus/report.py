"""Rows to tables; failures by cause."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TypeAlias

from .trial import Failure, Row

__all__ = ["CHECKS", "behaviour", "by_cause", "details", "is_whole", "table"]

# Each column of the table, and the checks that a description passes to count in it.
CHECKS: dict[str, tuple[str, ...]] = {
    "complete": ("generated", "counted", "complete"),
    "importable": ("importable",),
    "clean": ("mypy", "pyright"),
    "identical": ("identical",),
    "laid out": ("black",),
}
_SHOWN = 3
_WIDTH = 150
_Group: TypeAlias = tuple[str, str]


def table(rows: list[Row], skipped: Iterable[str]) -> str:
    """One line a folder of the corpus, and one for all."""
    without = set(skipped)
    columns = [name for name, checks in CHECKS.items() if not without >= set(checks)]
    head = [
        "",
        "descriptions",
        *columns,
        "operations",
        "responses",
        "seconds",
        "peak MB",
    ]
    lines = [head]
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.name.split("/")[0], []).append(row)
    several = [*groups.items()] if 1 < len(groups) <= 20 else []
    for name, members in [*several, ("all", rows)]:
        total = len(members)
        passed = [
            _share(sum(r.passed(*CHECKS[c]) for r in members), total) for c in columns
        ]
        found = sum(r.operations_found for r in members)
        answers = sum(r.responses_found for r in members)
        lines.append(
            [
                name,
                str(total),
                *passed,
                f"{found}/{sum(r.operations for r in members)}",
                f"{answers}/{sum(r.responses for r in members)}",
                f"{sum(r.seconds for r in members):.1f}",
                f"{max((r.peak for r in members), default=0) // 1024}",
            ]
        )
    return _aligned(lines)


def behaviour(rows: list[Row]) -> str:
    """What was tried of requests and of response examples, and how it went."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(row.behaviour)
    return _aligned([[name, str(count)] for name, count in counts.items()])


def by_cause(rows: list[Row], checks: set[str] | None = None) -> Iterator[str]:
    """The failures as lines: each cause, how often, and some examples."""
    found: dict[_Group, list[tuple[Row, Failure]]] = {}
    for row in rows:
        for failure in row.failures:
            if checks is None or failure.check in checks:
                key = failure.check, _shape(failure.cause)
                found.setdefault(key, []).append((row, failure))
    ordered = sorted(
        found.items(), key=lambda one: (-_spread(one[1]), -len(one[1]), one[0])
    )
    for (check, cause), failures in ordered:
        yield f"{check}: {cause}: {len(failures)} in {_spread(failures)}"
        shown: dict[str, tuple[Row, Failure]] = {}
        for row, failure in failures:
            shown.setdefault(row.name, (row, failure))
        for row, failure in list(shown.values())[:_SHOWN]:
            said = failure.detail.splitlines()[-1:] or [""]
            said = said if said[0] else [failure.cause]
            yield f"    {row.name}: {said[0]}"[:_WIDTH]


def is_whole(rows: list[Row]) -> bool:
    """Whether every description passed every check."""
    passed = all(row.generated and not _serious(row) for row in rows)
    return bool(rows) and passed


def details(rows: list[Row], path: Path) -> None:
    """Write everything that is known, as JSON."""
    told = [
        {**asdict(row), "path": str(row.path), "root": str(row.root)} for row in rows
    ]
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _serious(row: Row) -> list[Failure]:
    """A dispute is between two judges, not between the package and its description."""
    return [one for one in row.failures if one.check != "disputed"]


def _spread(failures: list[tuple[Row, Failure]]) -> int:
    return len({row.name for row, _ in failures})


def _shape(text: str) -> str:
    """What is left of a message without the names and numbers of one description."""
    text = re.sub(r'"[^"]*"' + r"|'[^']*'|`[^`]*`", "…", text.strip())
    text = re.sub(r"#?(?:/[^\s/:,)]+){2,}", "…", text)
    text = re.sub(r"\b\w+(?=\.__\w+__\(\))", "…", text)
    text = re.sub(r"\d+", "0", text)
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _share(part: int, whole: int) -> str:
    return "100 %" if part == whole else f"{part} ({100 * part / whole:.1f} %)"


def _aligned(lines: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rows: list[str] = []
    for line in lines:
        cells = [
            cell.ljust(width) if number == 0 else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        rows.append("  ".join(cells).rstrip() + "\n")
    return "".join(rows)
