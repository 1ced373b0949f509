"""Which operations are wanted, and where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from fragmint.diagnostics import Problem, did_you_mean
from fragmint.reading.files import Files
from fragmint.reading.kinds import METHODS
from fragmint.reading.layers import Layered, Member, container, layered
from fragmint.reading.notes import Notes
from fragmint.reading.pointers import JSON


def is_meant(name: str, names: Iterable[str]) -> bool:
    """Whether an operation is meant that is called `names`.

    Args:
        name: How people name operations: an operationId or `METHOD /path`, in which `*`
            stands for anything.
        names: Those of the operation, each of its two.
    """
    method, space, path = name.partition(" ")
    written = {name, f"{method.upper()}{space}{path.strip()}" if space else name}
    wanted = "|".join(re.escape(one).replace(r"\*", ".*") for one in written)
    return any(re.fullmatch(wanted, one) for one in names)


class Selected(NamedTuple):
    """A path item with the operations of it that are wanted, and nothing of others."""

    path: str
    item: Layered


class _Item(NamedTuple):
    path: str
    item: Layered
    notes: Notes

    def operations(self) -> Iterator[tuple[str, JSON]]:
        """The method and the value of each operation."""
        for method in METHODS:
            if method in self.item.fields:
                yield method, self.item.fields[method].value
        more = self.item.fields.get("additionalOperations")
        if more is not None and isinstance(more.value, dict):
            yield from more.value.items()

    def only(self, methods: frozenset[str]) -> Layered:
        """The path item without all other operations."""
        fields = dict(self.item.fields)
        for method in METHODS:
            if method not in methods:
                fields.pop(method, None)
        if (more := fields.get("additionalOperations")) is not None:
            given = more.value if isinstance(more.value, dict) else {}
            kept = {name: each for name, each in given.items() if name in methods}
            fields["additionalOperations"] = Member(kept, more.at)
            if not kept:
                del fields["additionalOperations"]
        item = self.item
        return Layered(item.at, fields, item.through, item.whole)


def select(
    files: Files, notes: Notes, paths: Layered, wanted: Sequence[str]
) -> tuple[list[Selected], list[Problem]]:
    """Find the operations that are wanted.

    Args:
        files: Where files come from.
        notes: Where the problems of the path items go, but for those of others.
        paths: The paths of the root document.
        wanted: The names, see `is_meant`; none at all means all.

    Returns:
        The path items that have any, in the order of the document, and a problem for
        each name that is that of none.
    """
    items = [
        _item(files, path, member)
        for path, member in paths.fields.items()
        if not path.startswith("x-")
    ]
    if not wanted:
        for each in items:
            notes.add(each.notes)
        return [Selected(each.path, each.item) for each in items], []
    names: dict[tuple[str, str], list[str]] = {}
    for each in items:
        for method, operation in each.operations():
            known = names[each.path, method] = [f"{method.upper()} {each.path}"]
            name = operation.get("operationId") if isinstance(operation, dict) else None
            if isinstance(name, str):
                known.append(name)
    chosen: set[tuple[str, str]] = set()
    missing: list[Problem] = []
    for name in wanted:
        found = {one for one, known in names.items() if is_meant(name, known)}
        chosen |= found
        if not found:
            missing.append(_unknown(name, chain.from_iterable(names.values())))
    selected: list[Selected] = []
    for each in items:
        methods = frozenset(method for path, method in chosen if path == each.path)
        if methods:
            selected.append(Selected(each.path, each.only(methods)))
        if methods or missing:
            notes.add(each.notes)
    return selected, missing


def _item(files: Files, path: str, member: Member) -> _Item:
    notes = Notes()
    item = layered(files, notes, "path-item", member.value, member.at)
    # Operations are found in it, and so it must be known where they really are.
    more = item.fields.get("additionalOperations")
    if more is not None:
        found = container(files, notes, "map", *more)
        fields = {**item.fields, "additionalOperations": found or Member({}, more.at)}
        item = Layered(item.at, fields, item.through, item.whole)
    return _Item(path, item, notes)


def _unknown(name: str, names: Iterable[str]) -> Problem:
    meant = did_you_mean(name, names)
    hint = "write an operationId or METHOD /path; * stands for anything"
    hint = f"did you mean {meant}?" if meant else hint
    message = f"there is no operation {name}"
    return Problem("unknown-operation", message, None, hint, option="operations")
