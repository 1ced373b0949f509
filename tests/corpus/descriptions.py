"""Which files of a folder are descriptions: those whose root says so."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

__all__ = ["find", "sample"]

_YAML_ROOT = re.compile(rb"""^["']?(openapi|swagger)["']?[ \t]*:""", re.MULTILINE)
_MARKERS = {"openapi", "swagger"}


def find(folder: Path) -> list[Path]:
    """Every description at or below `folder`, sorted.

    What other descriptions only refer to is none: its root has no version.
    """
    return [path for path in _candidates(folder) if _is_description(path)]


def sample(paths: list[Path], count: int | None, seed: int) -> list[Path]:
    """`count` of the `paths`, the same for the same seed; all if that is more."""
    if count is None or count >= len(paths):
        return paths
    return sorted(random.Random(seed).sample(paths, count))


def _candidates(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".json", ".yaml", ".yml") and path.is_file():
            yield path


def _is_description(path: Path) -> bool:
    data = path.read_bytes()
    if b"openapi" not in data and b"swagger" not in data:
        return False
    if path.suffix != ".json" and _YAML_ROOT.search(data):
        return True  # no need to parse what begins a line
    try:
        if path.suffix == ".json":
            keys = _keys(json.loads(data))
        else:
            root = yaml.compose(data, yaml.CSafeLoader)
            pairs = root.value if isinstance(root, yaml.MappingNode) else []
            keys = {key.value for key, _ in pairs}
    except (ValueError, yaml.YAMLError):
        return True  # it wants to be one; the row says what is wrong with it
    return not _MARKERS.isdisjoint(keys)


def _keys(root: Any) -> set[str]:
    return set(root) if isinstance(root, dict) else set()
