"""What the methods of a request say: which functions check it, what errors bring."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .source import value_of
from .surface import Check

__all__ = ["checks_of", "errors_of"]

_GROUPS = {"search": "querystring"}
"""The variables in which the values of a place are, where it is called otherwise."""


def errors_of(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """What decodes the errors of an operation, by status; "" is any other."""
    for one in body:
        match one:
            case ast.If(test=test, body=inner):
                for _, decoder in errors_of(inner):
                    yield from ((status, decoder) for status in _statuses(test))
            case ast.Raise(ast.Call(args=[_, _, decoder])):
                yield "", decoder
            case _:
                pass


def _statuses(test: ast.expr) -> Iterator[str]:
    """The statuses that a test is about, such as 404 or 4XX."""
    match test:
        case ast.BoolOp(values=values):
            for one in values:
                yield from _statuses(one)
        case ast.Compare(ast.Constant(int(lowest)), [ast.LtE(), ast.Lt()]):
            yield f"{lowest // 100}XX"
        case ast.Compare(comparators=[right]):
            found = value_of(right)
            yield from map(str, found if isinstance(found, tuple) else (found,))
        case _:
            yield ast.unparse(test)


def checks_of(build: ast.FunctionDef) -> Iterator[Check]:
    """Which functions look at the fields of an operation."""
    for node in ast.walk(build):
        match node:
            case ast.Call(ast.Name(function), [ast.Name(place), _]):
                if function.startswith("check_"):
                    yield Check(function, _GROUPS.get(place, place), "")
            case ast.Call(
                ast.Name(function),
                [ast.Subscript(ast.Name(place), ast.Constant(str(whole))), _],
            ):
                if function.startswith("check_"):
                    yield Check(function, place, whole)
            case _:
                pass
