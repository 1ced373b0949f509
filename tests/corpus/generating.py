"""One description to one package: what a child of a lane does."""

from __future__ import annotations

import contextlib
import importlib
from pathlib import Path
from typing import Any

from fragmint.config import Target
from fragmint.diagnostics import Problem, Problems
from fragmint.pipeline import generate

__all__ = ["work"]

# What a run imports on its way: here once, so that the children need not.
for _module in (
    "meaning.build",
    "planning.planner",
    "reading",
    "writing.layout",
    "writing.render",
):
    with contextlib.suppress(Exception):  # a child meets it again, and tells
        importlib.import_module(f"fragmint.{_module}")


def work(spec: str, root: str, package: str, output: str) -> dict[str, Any]:
    """Generate `package` of `spec` in `output`; references stay in `root`."""
    target = Target(
        spec=Path(spec), output=Path(output), package=package, root=Path(root)
    )
    try:
        outcome = generate(target)
    except Problems as error:
        return {"problems": [_told(problem) for problem in error.problems]}
    return {"problems": [_told(problem) for problem in outcome.warnings]}


def _told(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "message": problem.message,
        "severity": problem.severity,
        "place": f"{place.line}:{place.column}" if place else None,
    }
