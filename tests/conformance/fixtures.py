"""The pass and fail fixtures that the specification's authors publish.

No package of a registry carries them, so they come from where `FIXTURES` points: a
checkout of the OpenAPI-Specification repository, any folder with `pass` and `fail` in
it, or a git directory, whose branches for 3.1 and 3.2 are taken.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["BRANCHES", "VARIABLE", "Fixture", "fixtures", "why_none"]

VARIABLE = "FIXTURES"
BRANCHES = ("v3.1-dev", "v3.2-dev")
_WHERE = "tests/schema"


@dataclass(frozen=True, slots=True)
class Fixture:
    """One document, and whether the standard allows it."""

    name: str
    passes: bool
    text: bytes


def fixtures() -> list[Fixture]:
    """All that can be found, sorted; none where `why_none` says why."""
    said = os.environ.get(VARIABLE, "")
    place = Path(said).expanduser()
    if not said or not place.is_dir():
        return []
    found = _of_folder(place) or [
        one for branch in BRANCHES for one in _of_branch(place, branch)
    ]
    return sorted(found, key=lambda one: one.name)


def why_none() -> str:
    """The reason for which there is nothing to look at."""
    said = os.environ.get(VARIABLE, "")
    if not said:
        return f"{VARIABLE} names no checkout of OpenAPI-Specification"
    return f"{VARIABLE}={said} has no pass/*.yaml and no branch {' or '.join(BRANCHES)}"


def _of_folder(place: Path) -> list[Fixture]:
    paths = sorted(place.rglob("*.yaml")) + sorted(place.rglob("*.json"))
    return [
        Fixture(path.relative_to(place).as_posix(), kind == "pass", path.read_bytes())
        for path in paths
        if (kind := path.parent.name) in ("pass", "fail")
        and not {"_archive_", "node_modules"} & set(path.parts)
    ]


def _of_branch(place: Path, branch: str) -> list[Fixture]:
    done = subprocess.run(
        ["git", "-C", place, "archive", "--format=tar", branch, _WHERE],
        capture_output=True,
    )
    if done.returncode != 0:
        return []
    found: list[Fixture] = []
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            path = Path(member.name)
            content = archive.extractfile(member) if path.suffix == ".yaml" else None
            if content is not None and path.parent.name in ("pass", "fail"):
                name = f"{branch}/{path.parent.name}/{path.name}"
                passes = path.parent.name == "pass"
                found.append(Fixture(name, passes, content.read()))
    return found
