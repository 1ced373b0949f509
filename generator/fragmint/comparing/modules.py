"""The modules of a package: what a name stands for, wherever it is defined."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import PurePosixPath
from typing import TypeAlias

from .source import assigned

__all__ = ["Defined", "Modules"]

Defined: TypeAlias = ast.ClassDef | ast.FunctionDef | ast.expr
"""A class, a function, or what an alias of a type stands for."""


class Modules:
    """Finds what is defined in the files of a package, which are given by path."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._names = cache(lambda path: dict(_named(ast.parse(files[path]))))

    def find(self, module: str, name: str) -> tuple[str, Defined] | None:
        """What a name is in a module, and the file that it is defined in.

        Args:
            module: Its path, with or without its suffix.
            name: The module defines it, or imports it from another of the package.
        """
        stem = module.removesuffix(".py")
        paths = (f"{stem}.py", f"{stem}/__init__.py")
        path = next((one for one in paths if one in self._files), None)
        found = self._names(path).get(name) if path is not None else None
        if path is None or found is None:
            return None
        if not isinstance(found, ast.ImportFrom):
            return path, found
        [there] = {o.name for o in found.names if name == (o.asname or o.name)}
        folder = PurePosixPath(path).parents[found.level - 1]
        other = folder / (found.module or "").replace(".", "/")
        return self.find(other.as_posix(), there)

    def spelled_out(self, annotation: str, module: str) -> str:
        """An annotation in a module, with what each alias in it stands for.

        Args:
            annotation: Its source.
            module: The path of the module.
        """
        node = ast.parse(annotation, mode="eval")
        return ast.unparse(_Aliases(self, module).visit(node))


class _Aliases(ast.NodeTransformer):
    def __init__(
        self, modules: Modules, module: str, inside: frozenset[str] = frozenset()
    ) -> None:
        self.modules = modules
        self.module = module
        self.inside = inside

    def visit_Name(self, node: ast.Name) -> ast.expr:
        match self.modules.find(self.module, node.id):
            case path, ast.expr() as value if node.id not in self.inside:
                aliases = _Aliases(self.modules, path, self.inside | {node.id})
                done: ast.expr = aliases.visit(deepcopy(value))
                return done
            case _:
                return node


def _named(tree: ast.Module) -> Iterator[tuple[str, Defined | ast.ImportFrom]]:
    for name, value in assigned(tree.body).items():
        if isinstance(value, ast.Subscript | ast.BinOp | ast.Name):
            yield name, value
    for node in tree.body:
        match node:
            case ast.ClassDef(name) | ast.FunctionDef(name):
                yield name, node
            case ast.ImportFrom(level=int(level)) if level:
                yield from ((one.asname or one.name, node) for one in node.names)
            case _:
                pass
