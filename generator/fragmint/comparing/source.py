"""Reading generated Python: what stands in a module, without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from .surface import Docs

__all__ = ["assigned", "docs_of", "methods", "value_of", "with_docs"]

_DEFAULT = re.compile(r"Default: (.*)\.", re.DOTALL)


def docs_of(text: str | None) -> Docs:
    """What a docstring says."""
    parts = [" ".join(part.split()) for part in (text or "").strip().split("\n\n")]
    default = next((m[1] for part in parts if (m := _DEFAULT.fullmatch(part))), "")
    words = [p for p in parts if p != "Deprecated." and not _DEFAULT.fullmatch(p)]
    return Docs("\n\n".join(words), default, "Deprecated." in parts)


def with_docs(
    body: list[ast.stmt],
) -> Iterator[tuple[ast.AnnAssign, str | None]]:
    """The fields of a class, each with the docstring under it; no class variables."""
    for one, after in zip(body, [*body[1:], ast.Pass()], strict=True):
        match one:
            case ast.AnnAssign(target=ast.Name(name)) if not name.startswith("_"):
                yield one, _string(after)
            case _:
                pass


def _string(node: ast.stmt) -> str | None:
    match node:
        case ast.Expr(ast.Constant(str(text))):
            return text
        case _:
            return None


def assigned(body: list[ast.stmt]) -> dict[str, ast.expr]:
    """What names are set to in a module or a class."""
    found: dict[str, ast.expr] = {}
    for one in body:
        match one:
            case ast.Assign([ast.Name(name)], value):
                found[name] = value
            case ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value):
                found[name] = value
            case _:
                pass
    return found


def methods(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    """The functions of a module or a class."""
    yield from (one for one in body if isinstance(one, ast.FunctionDef))


def value_of(node: ast.expr | None) -> Any:
    """What a literal is, or a frozenset of one; None if it is neither."""
    match node:
        case None:
            return None
        case ast.Call(ast.Name("frozenset"), [inner]):
            return value_of(inner)
        case _:
            pass
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None
