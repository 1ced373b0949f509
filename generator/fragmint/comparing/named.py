"""Types that have names: what annotations that name them say, and how they change.

In annotations of a `Surface`, ``_Named['Status', Literal['a']]`` stands for ``Status``:
what a name stands for is known wherever it is, and what changes of it is told once.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from .annotations import MARK, difference, names_in
from .changes import Change, Findings
from .fields import compare_docs, compare_types
from .severities import SEVERITIES, Direction
from .source import defined, docs_of
from .surface import Argument, NamedType, Spot, Surface

__all__ = ["compare_named", "marked", "named_types"]


_UNKNOWN = ast.Name("unknown")
"""What a name stands for that its module says in a way of its own."""


def named_types(
    modules: Iterable[tuple[str, ast.Module]],
    exported: Mapping[str, str],
    keys: Mapping[str, str],
) -> Iterator[NamedType]:
    """The types in modules.

    Args:
        modules: Each with its path. Templates of somebody's own may have written them.
        exported: The names that the package exports, each with its module.
        keys: What the description calls them, by their names.
    """
    names = {module: name for name, module in exported.items()}
    for path, tree in modules:
        name = names.get(f".{path.removesuffix('.py').replace('/', '.')}")
        if name is None:
            continue
        key = (keys.get(name, ""),)
        line, value, words = defined(tree.body, name) or (1, _UNKNOWN, None)
        yield NamedType(
            key=key,
            name=name,
            annotation=ast.unparse(value),
            docs=docs_of(words),
            at=Spot(path, line, key),
        )


def marked(surface: Surface) -> Surface:
    """`surface`, with what each name of a type stands for beside it in annotations."""
    if not surface.types:
        return surface
    said = _Marks({n: one.annotation for n, one in surface.types.items()}).marked

    def known(given: Iterable[Argument]) -> tuple[Argument, ...]:
        return tuple(replace(a, annotation=said(a.annotation)) for a in given)

    return replace(
        surface,
        operations={
            name: replace(
                one,
                arguments=known(one.arguments),
                returns=said(one.returns),
                exchange=replace(one.exchange, items=said(one.exchange.items)),
            )
            for name, one in surface.operations.items()
        },
        models={
            name: replace(one, fields=known(one.fields))
            for name, one in surface.models.items()
        },
        functions={
            name: replace(one, returns=said(one.returns))
            for name, one in surface.functions.items()
        },
        client=replace(surface.client, arguments=known(surface.client.arguments)),
        types={
            name: replace(one, annotation=said(one.annotation))
            for name, one in surface.types.items()
        },
    )


class _Marks(ast.NodeTransformer):
    def __init__(self, types: Mapping[str, str]) -> None:
        self._types = types
        self.marked = cache(self._marked)
        self._pattern = re.compile(rf"\b({'|'.join(types)})\b")

    def _marked(self, annotation: str) -> str:
        if not self._pattern.search(annotation):
            return annotation  # which most are
        return ast.unparse(self.visit(ast.parse(annotation, mode="eval")))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id not in self._types:
            return node
        inner = self.marked(self._types[node.id])
        return ast.parse(f"{MARK}[{node.id!r}, {inner}]", mode="eval").body


def compare_named(
    findings: Findings,
    pairs: Iterable[tuple[NamedType | None, NamedType | None]],
    surfaces: tuple[Surface, Surface],
    renamed: Mapping[str, str],
) -> None:
    """Find what else types stand for, as grave as it is where they are named."""
    used = {direction: _used(surfaces, direction) for direction in _DIRECTIONS}
    for old, new in pairs:
        if old is None or new is None:
            continue
        at = old.at, new.at
        found = difference(old.annotation, new.annotation, renamed)
        tried: list[Findings] = []
        for direction in _DIRECTIONS:
            if {old.name, new.name} & used[direction]:
                tried.append(one := Findings())
                compare_types(one, found, new.name, at, direction)
                compare_docs(one, new.name, (old.docs, new.docs), at, direction)
        findings.changes += min(
            (one.changes for one in tried), key=_gravest, default=[]
        )


def _gravest(changes: Iterable[Change]) -> int:
    """The place of the gravest of `changes` among the severities."""
    return min((SEVERITIES.index(o.severity) for o in changes), default=len(SEVERITIES))


_DIRECTIONS: tuple[Direction, ...] = ("sent", "received")


def _used(surfaces: Iterable[Surface], direction: Direction) -> set[str]:
    """The types that are named where something goes in this direction."""
    said = (one for each in surfaces for one in _said(each, direction))
    return {name for one in said for name in names_in(one)}


def _said(surface: Surface, direction: Direction) -> Iterator[str]:
    for one in surface.models.values():
        if one.incoming == (direction == "received"):
            yield from (field.annotation for field in one.fields)
    for operation in surface.operations.values():
        if direction == "sent":
            yield from (one.annotation for one in operation.arguments)
        else:
            yield from (operation.returns, operation.exchange.items)
    if direction == "received":
        yield from (one.returns for one in surface.functions.values())
