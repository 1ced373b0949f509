"""The operations of a description and their responses, counted from the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .library import Library, Node, mapping

__all__ = ["Missing", "Operation", "compare", "operations"]

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a description.

    `item` is its path item, whose parameters and servers are the operation's too.
    """

    method: str
    path: str
    statuses: tuple[str, ...]
    node: Node
    item: Node

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.method, self.path


@dataclass(frozen=True, slots=True)
class Missing:
    """What the two counts do not have in common, as lines to print."""

    operations: tuple[str, ...]
    unknown: tuple[str, ...]
    responses: tuple[str, ...]


def operations(library: Library) -> Iterator[Operation]:
    """Every operation under `paths`, in the order of the document.

    Raises:
        Unresolved: a path item's reference leads nowhere.
    """
    for path, item in library.root.child("paths").fields():
        if path.startswith("x-"):
            continue
        item = library.resolved(item)
        for method, node in _of_item(library, item):
            if not isinstance(node.value, dict):
                continue
            statuses = mapping(node.child("responses").value)
            codes = tuple(str(one) for one in statuses if not str(one).startswith("x-"))
            yield Operation(method, path, codes, node, item)


def _of_item(library: Library, item: Node) -> Iterator[tuple[str, Node]]:
    known = _METHODS + (("query",) if library.version >= (3, 2) else ())
    if library.version < (3, 0):
        known = known[:-1]  # 2.0 has no trace
    for method, node in item.fields():
        if method in known:
            yield method.upper(), node
    if library.version >= (3, 2):
        yield from item.child("additionalOperations").fields()


def compare(
    expected: list[Operation], generated: list[dict[str, object]]
) -> tuple[Missing, int, int | None]:
    """What `generated`, the operations of a manifest, lacks of those `expected`.

    Returns:
        The differences, how many operations were found, and how many responses; the
        last is None where the manifest does not tell.
    """
    wanted = Counter(_key(one.method, one.path) for one in expected)
    made = Counter(_key(str(one["method"]), str(one["path"])) for one in generated)
    lacking = wanted - made
    surplus = made - wanted
    found = sum((wanted & made).values())
    if generated and all("responses" not in one for one in generated):
        return Missing(_lines(lacking), _lines(surplus), ()), found, None
    answers: Counter[str] = Counter()
    for one in generated:
        told = one.get("responses") or ()
        assert isinstance(told, list | tuple)
        key = _key(str(one["method"]), str(one["path"]))
        answers.update(f"{key} {str(status).upper()}" for status in told)
    asked = Counter(
        f"{_key(one.method, one.path)} {status.upper()}"
        for one in expected
        for status in one.statuses
    )
    both = sum((asked & answers).values())
    return (
        Missing(_lines(lacking), _lines(surplus), _lines(asked - answers)),
        found,
        both,
    )


def _key(method: str, path: str) -> str:
    return f"{method} {path}" if path.startswith("/") else f"{method} /{path}"


def _lines(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(counts.elements())
