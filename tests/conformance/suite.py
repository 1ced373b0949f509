"""The official test suite of JSON Schema, draft 2020-12.

The source distribution of the package `jsonschema` carries it. `make conformance`
fetches that, as any package is fetched, and `SUITE` names the file.
"""

from __future__ import annotations

import json
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema_specifications import (  # type: ignore[import-untyped]  # has no types
    REGISTRY,  # pyright: ignore[reportUnknownVariableType]  # as above
)

__all__ = ["VARIABLE", "Case", "cases", "documents"]

VARIABLE = "SUITE"
_TESTS = "json/tests/draft2020-12/"
_REMOTES = "json/remotes/"
_HOST = "http://localhost:1234/"


@dataclass(frozen=True, slots=True)
class Case:
    """A schema, and instances with their verdicts.

    `file` is the suite's, without its suffix: `type`, `optional/bignum`.
    """

    file: str
    description: str
    schema: Any
    tests: tuple[tuple[str, Any, bool], ...]

    @property
    def name(self) -> str:
        return f"{self.file}: {self.description}"


def cases() -> list[Case]:
    """Every case, the optional ones too; none where `SUITE` names no file."""
    return [
        Case(
            name.removesuffix(".json"),
            one["description"],
            one["schema"],
            tuple((t["description"], t["data"], t["valid"]) for t in one["tests"]),
        )
        for name, text in _files(_TESTS)
        for one in json.loads(text)
    ]


@cache
def documents() -> dict[str, Any]:
    """What the suite's references lead to: its remotes, and the meta-schemas."""
    found = {_HOST + name: json.loads(text) for name, text in _files(_REMOTES)}
    for uri in REGISTRY:
        if "2020-12" in uri:
            found[uri] = REGISTRY.contents(uri)
    return found


def _files(prefix: str) -> Iterator[tuple[str, str]]:
    """The JSON files below `prefix` and their texts, by what is left of their paths."""
    path = Path(os.environ.get(VARIABLE) or "/").expanduser()
    if not path.is_file():
        return
    with tarfile.open(path) as archive:
        for member in sorted(archive, key=lambda one: one.name):
            name = member.name.partition("/")[2]
            stream = archive.extractfile(member) if name.endswith(".json") else None
            if stream is not None and name.startswith(prefix):
                yield name.removeprefix(prefix), stream.read().decode()
