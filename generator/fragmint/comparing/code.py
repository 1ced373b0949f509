"""Code that is another where nothing has told why: what can be said of it for sure."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeAlias

from ..writing.manifest import NAME
from .bare import bare, called, in_any_order, untyped
from .changes import Findings
from .makers import rewritten
from .owners import model_of
from .readings import decoder_in
from .surface import Model, NamedType, Operation, Spot, Surface

__all__ = ["compare_code"]

_Thing: TypeAlias = Model | NamedType | Operation | None
_Pairs: TypeAlias = Iterable[tuple[_Thing, _Thing]]
_OF_WORDS = ("docs", "default-told")


def compare_code(
    findings: Findings,
    old: Surface,
    new: Surface,
    renamed: Mapping[str, str],
    pairs: Iterable[_Pairs],
) -> None:
    """Find modules that are others, of which nothing is told so far.

    Args:
        findings: What is told; what is found is added.
        old: The old package.
        new: The new one.
        renamed: Classes of the old one that are called otherwise in the new one.
        pairs: Which of the things that have a module each are the same.
    """
    said = [one for one in findings.changes if one.kind not in _OF_WORDS]
    told = {spot.file for one in said for spot in (one.old, one.new) if spot}
    modules = dict(_renamed_modules(pairs, new))
    seen = {spot.file: (name, spot) for name, spot in _named(new)}
    trees = {
        path: (ast.parse(old.files[path]), ast.parse(data))
        for path, data in sorted(new.files.items())
        if path.endswith(".py") and old.files.get(path, data) != data
    }
    runtime = [trees.pop(path) for path in [*trees] if path.startswith("_support/")]
    if any(bare(was) != bare(now) for was, now in runtime):
        spot = Spot("_support/__init__.py", 1)
        findings.add("runtime-changed", "the runtime, _support,", (spot, spot))
    by_another = rewritten(old.files, new.files)
    otherwise = 0
    for path, (was, now) in trees.items():
        if path in told or (told and path not in seen) or path.startswith("types/"):
            continue  # all that they say was compared
        # What annotations say was compared.
        was, now = untyped(called(was, renamed, modules)), untyped(now)
        if in_any_order(was) != in_any_order(now):
            name, spot = seen.get(path) or _checked(findings, new, path)
            if path == "testing.py":
                kind = "samples-changed"
            elif path in by_another:
                otherwise += 1
                continue
            elif path.startswith("validators/"):
                same = _is_same(findings, old, new, path)
                kind = "inside" if same else "unexplained"
            else:
                kind = "otherwise" if _read(was) == _read(now) else "unexplained"
            findings.add(kind, name, (replace(spot, line=1), spot))
    if otherwise:
        spot = Spot(NAME, 1)
        how_many = f"{otherwise} module{'s' if otherwise > 1 else ''}"
        findings.add("made-otherwise", "the package", (spot, spot), now=how_many)


def _renamed_modules(
    pairs: Iterable[_Pairs], new: Surface
) -> Iterator[tuple[str, str]]:
    """Modules that have other names now, by folder and name, and those of rules, which
    need not be called as a class is.
    """
    for was, now in (pair for some in pairs for pair in some):
        if was and now and was.at.file != now.at.file:
            before, after = (PurePosixPath(one.at.file) for one in (was, now))
            yield f"{before.parent}/{before.stem}", after.stem
            if f"validators/{after.name}" in new.files:
                yield f"validators/{before.stem}", after.stem


def _named(surface: Surface) -> Iterator[tuple[str, Spot]]:
    """What has a module of its own, and where."""
    yield from ((f"client.{o.name}", o.at) for o in surface.operations.values())
    yield from ((one.name, one.at) for one in surface.models.values())
    yield from ((one.name, one.at) for one in surface.types.values())
    yield from ((one.name, one.at) for one in surface.functions.values())


def _checked(findings: Findings, surface: Surface, path: str) -> tuple[str, Spot]:
    """What a module of rules checks, as a caller knows it, and where; else its path."""
    name = f"check_{PurePosixPath(path).stem}"
    model = model_of(surface, name)
    found = (model.name, model.at) if model else findings.asked.get(name)
    if not path.startswith("validators/") or found is None:
        return path, Spot(path, 1)
    return f"what checks {found[0]}", Spot(path, 1, found[1].key)


def _is_same(findings: Findings, old: Surface, new: Surface, path: str) -> bool:
    """Whether a module has only checks of which all is told, or that are the same."""
    names = [
        {n for n, one in side.library.validators.items() if one.file == path}
        for side in (old, new)
    ]
    return bool(names[0]) and all(
        one in findings.compared
        or (
            old.library.refuses_no_more(one, new.library, one)
            and new.library.refuses_no_more(one, old.library, one)
        )
        for one in names[0] & names[1]
    )


def _read(tree: ast.Module) -> list[str]:
    """The functions that read what comes in, but for the decoders: these are compared
    as such.
    """
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    reading = [one for one in functions if one.name.split("_")[0] == "read"]
    return sorted(line for one in reading for line in in_any_order(_Read().visit(one)))


class _Read(ast.NodeTransformer):
    """Takes out what is compared by itself: decoders, and what is raised for whom."""

    def visit_Raise(self, node: ast.Raise) -> None:
        return None

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        return None

    def visit_If(self, node: ast.If) -> ast.stmt | None:
        self.generic_visit(node)
        return node if node.body or node.orelse else None

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if decoder_in(node) is not None:
            return ast.Name("decoded")
        self.generic_visit(node)
        return node
