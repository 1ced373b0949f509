"""One description through the generator: twice, counted, compared, imported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .counter import compare, operations
from .lane import Lane
from .library import Library, Unresolved

__all__ = ["Failure", "Lanes", "Options", "Row", "generate", "import_all"]


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that is not as it must be.

    `cause` is the same for all failures of one cause; `detail` is this one's own.
    """

    check: str
    cause: str
    detail: str = ""


@dataclass(slots=True)
class Row:
    """What is known of one description."""

    path: Path
    root: Path
    name: str
    package: str
    operations: int = 0
    operations_found: int = 0
    responses: int = 0
    responses_found: int = 0
    seconds: float = 0.0
    peak: int = 0
    generated: bool = False
    modules: int = 0
    warnings: dict[str, int] = field(default_factory=dict[str, int])
    behaviour: dict[str, int] = field(default_factory=dict[str, int])
    failures: list[Failure] = field(default_factory=list[Failure])

    def passed(self, *checks: str) -> bool:
        """Whether there is a package, and none of these checks failed."""
        return self.generated and not any(one.check in checks for one in self.failures)


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for, for every description alike."""

    packages: Path
    again: Path
    timeout: float
    seed: int
    requests: int
    examples: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """The processes of one core; those that generate differ in their hash seed."""

    first: Lane
    second: Lane
    behaving: Lane | None


def generate(row: Row, lanes: Lanes, options: Options) -> None:
    """Generate, count, and generate again; what is found goes into `row`."""
    _count(row)
    told = _made(row, lanes.first, options.packages, options.timeout)
    row.seconds, row.peak = told["seconds"], told["peak"]
    for problem in told.get("problems", ()):
        if problem["severity"] == "warning":
            code = problem["code"]
            row.warnings[code] = row.warnings.get(code, 0) + 1
    errors = _errors(told)
    row.failures += [Failure("generated", *error) for error in errors]
    folder = options.packages / row.package
    row.generated = not errors and folder.is_dir()
    if not row.generated:
        if not errors:
            row.failures.append(Failure("generated", "no package and no problem"))
        return
    _complete(row, folder)
    told = _made(row, lanes.second, options.again, options.timeout)
    again = _errors(told)
    row.failures += [Failure("identical", *error) for error in again]
    if not again:
        _identical(row, folder, options.again / row.package)
    shutil.rmtree(options.again / row.package, ignore_errors=True)


def import_all(row: Row, packages: Path) -> None:
    """Import every module of the package in a fresh interpreter."""
    script = Path(__file__).parent / "importing.py"
    command = [sys.executable, "-P", "-W", "error::SyntaxWarning", str(script)]
    try:
        done = subprocess.run(
            [*command, str(packages), row.package],
            env=os.environ | {"PYTHONPATH": str(packages)},
            cwd=packages,
            capture_output=True,
            encoding="utf-8",
            timeout=600,
        )
        told = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        row.failures.append(Failure("importable", f"the interpreter: {error}"))
        return
    row.modules = told["modules"]
    for module, said in told["errors"].items():
        row.failures.append(Failure("importable", said, module))


def _made(row: Row, lane: Lane, output: Path, timeout: float) -> dict[str, Any]:
    return lane.do(
        timeout,
        spec=str(row.path),
        root=str(row.root),
        package=row.package,
        output=str(output),
    )


def _errors(told: dict[str, Any]) -> list[tuple[str, str]]:
    """Cause and detail of each thing that stopped the generator."""
    if "crash" in told:
        return [(f"crash: {told['crash']}", "")]
    if "traceback" in told:
        text: str = told["traceback"]
        lines = text.strip().splitlines()
        frames = [line.strip() for line in lines if line.startswith("  File ")]
        where = frames[-1].replace('File "', "").split("/")[-1] if frames else ""
        return [(f"traceback: {lines[-1]} ({where})", text)]
    return [
        (f"{one['code']}: {one['message']}", f"{one['place']} {one['message']}")
        for one in told["problems"]
        if one["severity"] == "error"
    ]


def _count(row: Row) -> None:
    try:
        found = list(operations(Library(row.path)))
    except (Unresolved, RecursionError, ValueError) as error:
        row.failures.append(Failure("counted", f"cannot be counted: {error}"))
        return
    row.operations = len(found)
    row.responses = sum(len(one.statuses) for one in found)


def _complete(row: Row, folder: Path) -> None:
    if any(one.check == "counted" for one in row.failures):
        return
    lock = json.loads((folder / "fragmint.lock").read_bytes())
    expected = list(operations(Library(row.path)))
    missing, row.operations_found, responses = compare(expected, lock["operations"])
    row.responses_found = responses or 0
    for line in missing.operations:
        row.failures.append(Failure("complete", "operation missing", line))
    for line in missing.unknown:
        row.failures.append(Failure("complete", "operation of no description", line))
    for line in missing.responses:
        row.failures.append(Failure("complete", "response missing", line))
    if responses is None and row.responses:
        cause = "fragmint.lock does not tell the responses"
        row.failures.append(Failure("complete", cause))


def _identical(row: Row, one: Path, other: Path) -> None:
    before, after = _files(one), _files(other)
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            cause = "another hash seed makes other bytes"
            row.failures.append(Failure("identical", cause, path))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
