"""Which operations are wanted, and where they stand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fragmint.diagnostics import Problem, did_you_mean
from fragmint.reading.files import Files
from fragmint.reading.grammar import METHODS
from fragmint.reading.layers import Layered, layered
from fragmint.reading.pointers import JSON
from fragmint.reading.refs import Location


class Selected(NamedTuple):
    """A path item, and the methods of it that are wanted."""

    path: str
    item: Layered
    methods: frozenset[str]


class _Item(NamedTuple):
    path: str
    item: Layered
    problems: tuple[Problem, ...]

    def operations(self) -> Iterator[tuple[str, str | None]]:
        """The method and the operationId of each operation."""
        for method in METHODS:
            if method in self.item.fields:
                operation = self.item.fields[method].value
                found = (
                    operation.get("operationId")
                    if isinstance(operation, dict)
                    else None
                )
                yield method, found if isinstance(found, str) else None


def select(
    files: Files, root: str, wanted: Sequence[str]
) -> tuple[list[Selected], list[Problem]]:
    """Find the operations that are wanted.

    Args:
        files: Where files come from.
        root: The name of the root document.
        wanted: Each an operationId or `METHOD /path`; none at all means all.

    Returns:
        The path items that have any, in the order of the document, and the
        problems: of those path items, and of what was wanted and is not there.
    """
    paths = _paths(files.sources[root].value)
    items = [_item(files, root, path, value) for path, value in paths.items()]
    if not wanted:
        selected = [
            Selected(each.path, each.item, frozenset(METHODS)) for each in items
        ]
        return selected, [problem for each in items for problem in each.problems]
    names: dict[str, set[tuple[str, str]]] = {}
    for each in items:
        for method, operation_id in each.operations():
            found = (each.path, method)
            names.setdefault(f"{method.upper()} {each.path}", set()).add(found)
            if operation_id is not None:
                names.setdefault(operation_id, set()).add(found)
    chosen: set[tuple[str, str]] = set()
    missing: list[Problem] = []
    for name in wanted:
        found_here = names.get(name) or names.get(_normal(name))
        if found_here:
            chosen |= found_here
        else:
            missing.append(_unknown(name, names))
    selected = [
        Selected(
            each.path,
            each.item,
            frozenset(method for path, method in chosen if path == each.path),
        )
        for each in items
        if any(path == each.path for path, _ in chosen)
    ]
    kept = {each.path for each in selected}
    problems = [
        problem
        for each in items
        if missing or each.path in kept
        for problem in each.problems
    ]
    return selected, problems + missing


def _paths(root: JSON) -> dict[str, JSON]:
    paths = root.get("paths") if isinstance(root, dict) else None
    if not isinstance(paths, dict):
        return {}
    return {path: item for path, item in paths.items() if not path.startswith("x-")}


def _item(files: Files, root: str, path: str, value: JSON) -> _Item:
    at = Location(root, ("paths", path))
    item, problems = layered(files, "path-item", value, at)
    return _Item(path, item, tuple(problems))


def _normal(name: str) -> str:
    method, _, path = name.partition(" ")
    return f"{method.upper()} {path.strip()}"


def _unknown(name: str, names: dict[str, set[tuple[str, str]]]) -> Problem:
    meant = did_you_mean(name, names)
    hint = f"did you mean {meant}?" if meant else None
    return Problem("unknown-operation", f"there is no operation {name}", None, hint)
