"""mypy, pyright and black over many packages at once; each finding finds its package.

A checker's start costs more than a small package does, and all packages at once cost
more memory than there is; so they go in batches of like size.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from .trial import Failure

__all__ = ["Batch", "batches", "black", "mypy", "pyright"]

Batch: TypeAlias = tuple[str, ...]
Found: TypeAlias = list[tuple[str, Failure]]
"""Failures, each with the name of its package."""

_MODULES_AT_ONCE = 3000
_HOUR = 3600
_BLACK_LINE = re.compile(
    r"^(?:would reformat (.*)|error: cannot (?:format|parse):? (.*?\.py)\b.*)$",
    re.MULTILINE,
)
_MYPY_LINE = re.compile(r"([^/:]+)/([^:]*):(\d+): error: (.*?)(?:  \[([\w-]+)\])?$")


def batches(sizes: dict[str, int]) -> list[Batch]:
    """The packages, by the number of their modules, in batches; the largest first."""
    found: list[tuple[int, list[str]]] = []
    for name, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        for index, (total, members) in enumerate(found):
            if total + size <= _MODULES_AT_ONCE:
                members.append(name)
                found[index] = (total + size, members)
                break
        else:
            found.append((size, [name]))
    return [tuple(sorted(members)) for _, members in found]


def mypy(packages: Path, batch: Batch, scratch: Path) -> Found:
    """What `mypy --strict` says of the packages of a batch."""
    return _until_told(_mypy, packages, batch, scratch)


def pyright(packages: Path, batch: Batch, scratch: Path, mode: str) -> Found:
    """What pyright says of the packages of a batch, in one of its modes."""

    def run(packages: Path, batch: Batch, scratch: Path) -> Found:
        return _pyright(packages, batch, scratch, mode)

    return _until_told(run, packages, batch, scratch)


class _NothingTold(Exception):
    """A checker gave up; what it said goes with it, and what it had found."""

    def __init__(self, said: str, found: Found) -> None:
        super().__init__(said)
        self.found = found


def _until_told(
    run: Callable[[Path, Batch, Path], Found],
    packages: Path,
    batch: Batch,
    scratch: Path,
) -> Found:
    """What `run` finds, where one package can keep it from the others' findings."""
    if not batch:
        return []
    try:
        return run(packages, batch, scratch)
    except _NothingTold as stopped:
        said = str(stopped).strip()
        if len(batch) == 1:
            last = said.splitlines()[-1:] or ["nothing"]
            check = run.__name__.strip("_") if run is _mypy else "pyright"
            cause = Failure(check, f"the checker itself: {last[0]}", said[-4000:])
            return stopped.found or [(batch[0], cause)]
        named = {package for package, _ in stopped.found}
        rest = tuple(name for name in batch if name not in named)
        if named:
            again = tuple(name for name in batch if name in named)
            both = again if rest else again[:1], rest or again[1:]
        else:
            both = batch[: len(batch) // 2], batch[len(batch) // 2 :]
        return [
            found
            for half in both
            for found in _until_told(run, packages, half, scratch)
        ]


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "NODE_OPTIONS": "--max-old-space-size=8192",
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=_HOUR,
    )


def _mypy(packages: Path, batch: Batch, scratch: Path) -> Found:
    options = ["--strict", "--no-error-summary", "--no-color-output", "--no-pretty"]
    options += ["--config-file", os.devnull, "--hide-error-context"]
    options += ["--cache-dir", str(scratch / f"mypy-{_digest(batch)}")]
    done = _run(["mypy", *options, *batch], packages)
    found: Found = []
    for line in done.stdout.splitlines():
        if matched := _MYPY_LINE.match(line):
            package, path, number, message, code = matched.groups()
            cause = f"[{code}] {message}" if code else message
            found.append((package, Failure("mypy", cause, f"{path}:{number}")))
    if done.returncode not in (0, 1) or (done.returncode == 1 and not found):
        raise _NothingTold(done.stdout + done.stderr, found)
    return found


def _pyright(packages: Path, batch: Batch, scratch: Path, mode: str) -> Found:
    config = packages / f"pyright-{_digest(batch)}.json"
    settings = {"include": list(batch), "typeCheckingMode": mode, "extraPaths": ["."]}
    config.write_text(json.dumps(settings), "utf-8")
    command = ["pyright", "--outputjson", "--pythonpath", sys.executable]
    try:
        done = _run([*command, "-p", str(config)], packages)
    finally:
        config.unlink()
    try:
        told: list[dict[str, Any]] = json.loads(done.stdout)["generalDiagnostics"]
    except (ValueError, KeyError):
        raise _NothingTold(done.stdout + done.stderr, []) from None
    if done.returncode not in (0, 1):
        raise _NothingTold(done.stdout + done.stderr, [])
    found: Found = []
    for one in told:
        if one["severity"] == "error":
            inner = Path(one["file"]).relative_to(packages)
            line = one["range"]["start"]["line"] + 1
            cause = f"[{one.get('rule', 'syntax')}] {one['message'].splitlines()[0]}"
            detail = f"{'/'.join(inner.parts[1:])}:{line}"
            found.append((inner.parts[0], Failure("pyright", cause, detail)))
    return found


def black(packages: Path, batch: Batch, scratch: Path) -> Found:
    """The files that black would change. What many packages share is asked for once."""
    same: dict[str, list[Path]] = {}
    for package in batch:
        for path in sorted((packages / package).rglob("*.py")):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            same.setdefault(digest, []).append(path.relative_to(packages))
    once = {str(paths[0]): paths for paths in same.values()}
    found: Found = []
    os.environ["BLACK_CACHE_DIR"] = str(scratch / "black")
    for chunk in _chunks(sorted(once), 2000):
        done = _run(["black", "--check", "--no-color", *chunk], packages)
        for matched in _BLACK_LINE.finditer(done.stderr):
            path = Path(matched[1] or matched[2])
            path = path.relative_to(packages) if path.is_absolute() else path
            cause = "black would change it" if matched[1] else "black cannot read it"
            for one in once.get(str(path), [path]):
                detail = "/".join(one.parts[1:])
                found.append((one.parts[0], Failure("black", cause, detail)))
        if done.returncode not in (0, 1, 123):
            found.append((batch[0], Failure("black", done.stderr[-500:])))
    return found


def _chunks(items: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _digest(names: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]
