"""Reading generated Python: what stands in a module, without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from .surface import Argument, Docs, Key, Spot

__all__ = [
    "assigned",
    "defined",
    "docs_of",
    "methods",
    "signature",
    "value_of",
    "with_docs",
    "words_on_arguments",
]

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


def defined(body: list[ast.stmt], name: str) -> tuple[int, ast.expr, str | None] | None:
    """The line in which a module sets a name, to what, and the docstring under it."""
    for one, after in pairwise([*body, ast.Pass()]):
        if isinstance(one, ast.Assign | ast.AnnAssign):
            value = assigned([one]).get(name)
            if value is not None:
                return one.lineno, value, _string(after)
    return None


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


def signature(
    node: ast.FunctionDef, path: str, key: Key, words: Mapping[str, str]
) -> Iterator[Argument]:
    """The arguments of a function or a method; `words` are on them, by name."""
    args = node.args
    placed = [one for one in (*args.posonlyargs, *args.args) if one.arg != "self"]
    lacking = len(placed) - len(args.defaults)
    defaults = [*[None] * lacking, *args.defaults, *args.kw_defaults]
    for one, default in zip((*placed, *args.kwonlyargs), defaults, strict=True):
        yield Argument(
            name=one.arg,
            wire=("", ""),
            annotation=ast.unparse(one.annotation) if one.annotation else "Any",
            default=ast.unparse(default) if default else None,
            docs=docs_of(words.get(one.arg)),
            at=Spot(path, one.lineno, (*key, one.arg)),
            placed=one in placed,
        )


def words_on_arguments(docs: str) -> Iterator[tuple[str, str]]:
    """What a docstring says of the arguments, by name."""
    entries = docs.partition("\nArgs:\n")[2]
    yield from re.findall(r"^    (\w+): ((?:.|\n(?!    \w+: ))*)", entries, re.M)
