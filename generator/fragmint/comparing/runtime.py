"""What a caller sees of the runtime that a package carries with it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from .modules import Defined, Modules
from .source import docs_of, methods, signature, with_docs
from .surface import Argument, Docs, Function, Spot

__all__ = ["runtime"]

_UNNAMED = (
    ("Client", "_support.client", "BaseClient"),
    ("Client", "_support.streaming_client", "BaseClient"),
    ("Client", "_support.settings", "Settings"),
    ("Options", "_support.settings", "Options"),
)
"""What callers see without importing it, and what it is called then."""
_MADE = "__init__"


def runtime(files: Mapping[str, bytes], names: Mapping[str, str]) -> Iterator[Function]:
    """The functions and methods of the runtime, and how its classes are made.

    Args:
        files: Those of the package.
        names: What the package exports, each with its module.
    """
    wanted = [
        (name, module.lstrip("."), name)
        for name, module in sorted(names.items())
        if module.startswith("._support")
    ]
    modules = Modules(files)
    for shown, module, name in (*_UNNAMED, *wanted):
        found = modules.find(module.replace(".", "/"), name)
        if found is not None:
            yield from _of(shown, *found, modules)


def _of(shown: str, path: str, node: Defined, modules: Modules) -> Iterator[Function]:
    for one in _said(shown, path, node, modules):
        arguments = (
            replace(a, annotation=modules.spelled_out(a.annotation, path))
            for a in one.arguments
        )
        returns = modules.spelled_out(one.returns, path)
        yield replace(one, arguments=tuple(arguments), returns=returns)


def _said(shown: str, path: str, node: Defined, modules: Modules) -> Iterator[Function]:
    if isinstance(node, ast.FunctionDef):
        yield _called(shown, path, node, _returned(node))
    if not isinstance(node, ast.ClassDef):
        return
    body = [*_body(node, path, modules)]
    own = [*methods(body)]
    fields = tuple(_fields(node, body, path))
    if fields and all(one.name != _MADE for one in own):
        yield _function(shown, path, node.lineno, fields, shown)
    for one in own:
        if one.name == _MADE and shown != "Client":  # which has its own
            yield _called(shown, path, one, shown)
        elif not one.name.startswith("_"):
            yield _called(f"{shown}.{one.name}", path, one, _returned(one))


def _body(node: ast.ClassDef, path: str, modules: Modules) -> Iterator[ast.stmt]:
    """What stands in a class, and in those that are there for it."""
    for base in node.bases:
        found = modules.find(path, base.id) if isinstance(base, ast.Name) else None
        match found:
            case where, ast.ClassDef(name) as inner if name.startswith("_"):
                yield from _body(inner, where, modules)
            case _:
                pass
    yield from node.body


def _returned(node: ast.FunctionDef) -> str:
    return ast.unparse(node.returns) if node.returns else "Any"


def _fields(node: ast.ClassDef, body: list[ast.stmt], path: str) -> Iterator[Argument]:
    """The fields of a class, which are the arguments that it is made with."""
    optional = any(one.arg == "total" for one in node.keywords)
    placed = any(ast.unparse(one) == "NamedTuple" for one in node.bases)
    for one, _ in with_docs(body):
        default = ast.unparse(one.value) if one.value else None
        yield Argument(
            name=ast.unparse(one.target),
            wire=("", ""),
            annotation=ast.unparse(one.annotation),
            default="..." if optional else default,
            docs=Docs(),
            at=Spot(path, one.lineno),
            placed=placed,
        )


def _called(name: str, path: str, node: ast.FunctionDef, returns: str) -> Function:
    said = signature(node, path, (), {})
    fields = tuple(replace(one, docs=Docs()) for one in said)
    return _function(name, path, node.lineno, fields, returns)


def _function(
    name: str, path: str, line: int, fields: tuple[Argument, ...], returns: str
) -> Function:
    return Function(
        name=name,
        arguments=fields,
        returns=returns,
        docs=docs_of(None),
        at=Spot(path, line),
        exported=name.isidentifier() and name != "Options",
    )
