"""Generated checks -> formulas: the conditions in their Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, cast

from .apart import Apart, exactly_one, never
from .formulas import FALSE, TRUE, Formula, Leaf, every, negated, some

__all__ = ["Predicates", "formula", "substituted"]

Predicates: TypeAlias = Callable[[str], ast.expr | None]
"""What a function of the package returns, as an expression of its ``value``."""

_COMPARED = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_TYPES = {"is_integer", "is_number", "is_list", "is_object", "is_binary"}

_INTEGERS = {
    **{f"valid_int{n}": (-(2 ** (n - 1)), 2 ** (n - 1) - 1) for n in (8, 16, 32, 64)},
    **{f"valid_uint{n}": (0, 2**n - 1) for n in (8, 16, 32, 64)},
    "valid_double_int": (1 - 2**53, 2**53 - 1),
}
_LIMITS = {
    name: (
        Leaf("", "is", "whole" if "64" in name else "integer"),
        Leaf("", ">=", low),
        Leaf("", "<=", high),
    )
    for name, (low, high) in _INTEGERS.items()
} | {
    name: (Leaf("", ">", -limit), Leaf("", "<", limit))
    for name, limit in (
        ("valid_float", 2**128 - 2**103),
        ("valid_double", 2**1024 - 2**970),
    )
}
"""What the checks of formats are, which are limits of numbers."""


def _unknown(name: str) -> None:
    """No predicate is to be looked into."""


def formula(
    node: ast.expr, predicates: Predicates = _unknown, apart: Apart = never
) -> Formula:
    """The formula that an expression of a generated check is.

    Args:
        node: The expression.
        predicates: What it calls.
        apart: Whether two branches of which one is to hold leave each other out.
    """

    def of(node: ast.expr) -> Formula:
        match node:
            case ast.Constant(bool(value)):
                return TRUE if value else FALSE
            case ast.NamedExpr(value=inner):
                return of(inner)
            case ast.UnaryOp(ast.Not(), inner):
                return negated(of(inner))
            case ast.BoolOp(ast.And(), values):
                return every(map(of, values))
            case ast.BoolOp(ast.Or(), values):
                return some(map(of, values))
            case ast.Compare(ast.Call(ast.Name("sum"), [ast.Tuple(parts)]), [op], [_]):
                found = exactly_one([*map(of, parts)], apart)
                return negated(found) if isinstance(op, ast.NotEq) else found
            case ast.Compare(
                ast.Call(
                    ast.Name("sum"), [ast.GeneratorExp(generators=[loop])]
                ) as left,
                [ast.Lt() as op],
                [right],
            ):  # too few of a kind, as none would be
                none = negated(every(map(of, loop.ifs)))
                few = _compared(left, op, right)
                return some((Leaf(_text(loop.iter), "all", none), few))
            case ast.Compare(left, [op], [right]):
                return _compared(left, op, right)
            case ast.Call(ast.Name("bool"), [inner]):
                return of(inner)
            case ast.Call(ast.Name("isinstance"), [value, types]):
                named = types.elts if isinstance(types, ast.Tuple) else [types]
                return some(Leaf(_text(value), "is", _text(one)) for one in named)
            case ast.Call(ast.Name("among"), [value, limit]):
                return _among(value, limit)
            case ast.Call(ast.Name("any"), [ast.GeneratorExp(inner, [loop])]):
                items = Leaf(_text(loop.iter), "all", negated(of(inner)))
                return negated(items)
            case ast.Call(ast.Name(name), [value]) if name in _TYPES:
                return Leaf(_text(value), "is", name.removeprefix("is_"))
            case ast.Call(ast.Name("is_multiple"), [value, limit]):
                number = _number(limit)
                if number is not None:
                    return Leaf(_text(value), "of", number)
            case ast.Call(ast.Name(name), [value]) if name in _LIMITS:
                return every(
                    replace(one, subject=_text(value)) for one in _LIMITS[name]
                )
            case ast.Call(ast.Name("fits"), [ast.Name(name), value]):
                fits = Leaf(f"{name}({_text(value)})", holds=False)
                return returned(name, value) or fits
            case ast.Call(ast.Name(name), [value]):
                return returned(name, value) or Leaf(_text(node))
            case _:
                pass
        return Leaf(_text(node))

    def returned(name: str, value: ast.expr) -> Formula | None:
        found = predicates(name)
        if found is None:
            return None
        # What asks for itself again says no more there than its name.
        return formula(
            substituted(found, {"value": value}),
            lambda other: None if other == name else predicates(other),
            apart,
        )

    return of(node)


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr) -> Formula:
    match left, op, right:
        case (
            ast.Call(ast.Subscript(ast.Name("matches"), ast.Constant(str(pattern)))),
            ast.Is(),
            _,
        ) if _is_everywhere(pattern):
            return FALSE
        case ast.Call(ast.Name("type")), ast.IsNot(), _:
            return TRUE  # only asked first as it is quick: what follows says it all
        case ast.Call(ast.Name("type")), ast.Is(), _:
            return FALSE
        case ast.NamedExpr(value=inner), _, _:
            return _compared(inner, op, right)
        case _, ast.In() | ast.NotIn(), ast.Tuple() | ast.List():
            found = _among(left, right)
            return negated(found) if isinstance(op, ast.NotIn) else found
        case _, ast.Eq() | ast.NotEq() | ast.Is() | ast.IsNot(), ast.Constant():
            found = _among(left, ast.Tuple([right]))
            return negated(found) if isinstance(op, ast.NotEq | ast.IsNot) else found
        case _, ast.NotIn(), _:
            return Leaf(f"{_text(left)} in {_text(right)}", holds=False)
        case _:
            pass
    verb = _COMPARED.get(type(op))
    limit = _number(right)
    if verb is not None and limit is not None:
        about = _text(left)
        never = verb == "<" and limit <= 0 and about.startswith("len(")
        return FALSE if never else Leaf(about, verb, limit)
    return Leaf(_text(ast.Compare(left, [op], [right])))


def _is_everywhere(pattern: str) -> bool:
    """Whether any text matches it, as nothing at all does at its beginning."""
    bare = pattern.replace("[^", "[")
    asks_where = re.search(r"[\^$]|\\[bBAZ]|\(\?", bare)
    return asks_where is None and re.match(pattern, "") is not None


def _among(value: ast.expr, limit: ast.expr) -> Formula:
    if isinstance(limit, ast.Tuple | ast.List):
        return Leaf(_text(value), "in", frozenset(map(_text, limit.elts)))
    return Leaf(f"{_text(value)} in {_text(limit)}")


def _number(node: ast.expr) -> float | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, int | float) else None


def _text(node: ast.expr) -> str:
    return ast.unparse(node)


class _Substitution(ast.NodeTransformer):
    def __init__(self, values: dict[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)


def substituted(node: ast.expr, values: dict[str, ast.expr]) -> ast.expr:
    """`node` with expressions in place of some of its names; it stays as it is."""
    copy = ast.parse(ast.unparse(node), mode="eval").body
    return cast(ast.expr, _Substitution(values).visit(copy))
