"""What functions say: which others check a request, what responses are read by."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .readings import decoder_in
from .source import assigned, methods, value_of
from .surface import Check

__all__ = [
    "checks_of",
    "errors_of",
    "fields_read",
    "payload_read",
    "reads_of",
    "statuses_of",
]

_GROUPS = {"search": "querystring"}
"""The variables in which the values of a place are, where it is called otherwise."""


def errors_of(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """What decodes the errors of an operation, by status; "" is any other."""
    for one in body:
        match one:
            case ast.If(test=test, body=inner):
                for _, decoder in errors_of(inner):
                    yield from ((status, decoder) for status in statuses_of(test))
            case ast.Raise(ast.Call(args=[_, _, decoder])):
                yield "", decoder
            case _:
                pass


def reads_of(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """What decodes the answers of an operation that are no errors, by when it does."""
    for one in methods(node.body):
        yield from _returned(one.body, "") if one.name == "read" else ()
    items = assigned(node.body).get("_items")
    if isinstance(items, ast.Dict):
        for kind, decoder in zip(items.keys, items.values, strict=True):
            yield f"items {ast.unparse(kind) if kind else ''}", decoder


def _returned(body: list[ast.stmt], when: str) -> Iterator[tuple[str, ast.expr]]:
    for one in body:
        match one:
            case ast.If(test=test, body=inner):
                for said in statuses_of(test):
                    yield from _returned(inner, f"{when} {said}")
            case ast.Return(ast.expr() as value):
                decoder = decoder_in(value)
                if decoder is not None:
                    yield when, decoder
            case _:
                pass


def fields_read(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The decoders of the fields of a model, by their names."""
    for function in methods(tree.body):
        match function.body[-1]:
            case ast.Return(ast.Call(keywords=keywords)):
                for one in keywords:
                    decoder = decoder_in(one.value)
                    if decoder is not None and one.arg is not None:
                        yield one.arg, ast.unparse(decoder)
            case _:
                pass


def payload_read(function: ast.FunctionDef) -> tuple[str, str]:
    """The decoder of a payload and the function that checks it, "" for none."""
    decoders = [ast.unparse(one) for _, one in _returned(function.body, "")]
    checks: list[str] = []
    for node in ast.walk(function):
        match node:
            case ast.Call(ast.Name("received"), [_, _, _, ast.Name(check), *_]):
                checks.append(check)
            case _:
                pass
    return next(iter(decoders), ""), next(iter(checks), "")


def statuses_of(test: ast.expr) -> Iterator[str]:
    """The statuses that a test is about, such as 404 or 4XX, or the media types."""
    match test:
        case ast.BoolOp(values=values):
            for one in values:
                yield from statuses_of(one)
        case ast.Compare(ast.Constant(int(lowest)), [ast.LtE(), ast.Lt()]):
            yield f"{lowest // 100}XX"
        case ast.Compare(comparators=[right]):
            found = value_of(right)
            yield from map(str, found if isinstance(found, tuple) else (found,))
        case ast.Call(ast.Name("undescribed")):
            pass  # whatever else is a success
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
