"""The conditions of generated checks, as formulas that can be compared.

A formula says when a value is refused. Of two of them `implies` finds out whether one
refuses at most what the other does, as far as their form tells; where it does not tell,
it says no.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

__all__ = [
    "FALSE",
    "TRUE",
    "Every",
    "Formula",
    "Leaf",
    "Predicates",
    "Some",
    "assuming",
    "every",
    "formula",
    "implies",
    "negated",
    "some",
    "substituted",
]


@dataclass(frozen=True, slots=True)
class Leaf:
    """That the expression `subject` is, by `verb`, within `limit`; the opposite if not
    `holds`.

    The verbs: ``<``, ``<=``, ``>`` and ``>=`` a number; ``in`` a set of literals;
    ``is`` of a type; ``all`` items of it being within a formula; and ``""`` for what
    only text tells, where the subject says all.
    """

    subject: str
    verb: str = ""
    limit: float | str | frozenset[str] | Formula = ""
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Every:
    """All of `parts`; what is always true has none."""

    parts: tuple[Formula, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """One of `parts` at least; what is never true has none."""

    parts: tuple[Formula, ...] = ()


Formula: TypeAlias = Leaf | Every | Some
TRUE, FALSE = Every(), Some()

Predicates: TypeAlias = Callable[[str], ast.expr | None]
"""What a function of the package returns, as an expression of its ``value``."""


def every(parts: Iterable[Formula]) -> Formula:
    """All of `parts`, flat, without those that go without saying beside the others."""
    flat: dict[Formula, None] = {}
    for part in parts:
        flat |= dict.fromkeys(part.parts if isinstance(part, Every) else (part,))
    if FALSE in flat:
        return FALSE
    needed = [
        one
        for one in flat
        if not any(implies(other, one) for other in flat if other != one)
    ]
    return needed[0] if len(needed) == 1 else Every(tuple(needed))


def some(parts: Iterable[Formula]) -> Formula:
    """One of `parts`, flat, without what goes without saying beside the others."""
    flat: dict[Formula, None] = {}
    for part in parts:
        flat |= dict.fromkeys(part.parts if isinstance(part, Some) else (part,))
    leaves = {one for one in flat if isinstance(one, Leaf)}
    bare = dict.fromkeys(
        (
            every(p for p in one.parts if negated(p) not in leaves)
            if isinstance(one, Every)
            else one
        )
        for one in flat
    )
    if TRUE in bare:
        return TRUE
    needed = [
        one
        for one in bare
        if not any(implies(one, other) for other in bare if other != one)
    ]
    return needed[0] if len(needed) == 1 else Some(tuple(needed))


_OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def negated(one: Formula) -> Formula:
    """The opposite of `one`."""
    match one:
        case Every(parts):
            return some(map(negated, parts))
        case Some(parts):
            return every(map(negated, parts))
        case Leaf(subject, verb, limit) if verb in _OPPOSITES:
            return Leaf(subject, _OPPOSITES[verb], limit)
        case Leaf(subject, verb, limit, holds):
            return Leaf(subject, verb, limit, not holds)


def assuming(one: Formula, known: Leaf) -> Formula:
    """What is left of `one` where `known` holds."""
    match one:
        case Every(parts):
            return every(assuming(part, known) for part in parts)
        case Some(parts):
            return some(assuming(part, known) for part in parts)
        case Leaf():
            return TRUE if one == known else FALSE if one == negated(known) else one


_WITHIN: dict[tuple[str, str], Callable[[Any, Any], bool]] = {
    ("<", "<"): operator.le,
    ("<", "<="): operator.le,
    ("<=", "<="): operator.le,
    ("<=", "<"): operator.lt,
    (">", ">"): operator.ge,
    (">", ">="): operator.ge,
    (">=", ">="): operator.ge,
    (">=", ">"): operator.gt,
    ("in", "in"): operator.le,
    ("is", "is"): lambda limit, wider: (limit, wider) == ("integer", "number"),
    ("all", "all"): lambda limit, wider: implies(limit, wider),
}
"""Whether what is within one limit is within the other, by the verbs of both."""


def implies(one: Formula, other: Formula) -> bool:
    """Whether `other` holds wherever `one` does, for sure."""
    return one == other or _by_form(one, other) or _by_values(one, other)


def _by_form(one: Formula, other: Formula) -> bool:
    match one, other:
        case Some(parts), _:
            return all(implies(part, other) for part in parts)
        case _, Every(parts):
            return all(implies(one, part) for part in parts)
        case Every(parts), _ if any(implies(part, other) for part in parts):
            return True
        case _, Some(parts):
            return any(implies(one, part) for part in parts)
        case Leaf(subject, "is", limit, True), Leaf(_, "is", another, False):
            apart = {limit, another} != {"integer", "number"} and limit != another
            return subject == other.subject and apart
        case Leaf(subject, holds=holds), Leaf():
            if (subject, holds) != (other.subject, other.holds):
                return False
            small, large = (one, other) if holds else (other, one)
            within = _WITHIN.get((small.verb, large.verb))
            return within is not None and within(small.limit, large.limit)
        case _:
            return False


def _by_values(one: Formula, other: Formula) -> bool:
    """The same, where one of them is about a few literals: by trying these."""
    tried = False
    if isinstance(one, Leaf) and one.verb == "in" and one.holds:
        tried = all(_is_so(other, one.subject, text) for text in _texts(one))
    if not tried and isinstance(other, Leaf) and other.verb == "in" and not other.holds:
        no = negated(one)
        tried = all(_is_so(no, other.subject, text) for text in _texts(other))
    return tried


def _texts(leaf: Leaf) -> frozenset[str]:
    return cast("frozenset[str]", leaf.limit)


def _is_so(what: Formula, subject: str, text: str) -> bool:
    """Whether a formula holds, for sure, if `subject` is the literal `text`."""
    match what:
        case Every(parts):
            return all(_is_so(part, subject, text) for part in parts)
        case Some(parts):
            return any(_is_so(part, subject, text) for part in parts)
        case Leaf(expression, verb, limit, holds):
            value = _value(expression, subject, ast.literal_eval(text))
            if verb == "is":
                return expression == subject and holds == (
                    limit in _TYPES_OF.get(type(value), ())
                )
            if verb == "in":
                return value is not _UNKNOWN and holds == (repr(value) in _texts(what))
            if verb in _COMPARES and type(value) in (int, float):
                return _COMPARES[verb](value, limit) == holds
            return False


def _value(expression: str, subject: str, value: object) -> object:
    """What an expression about `subject` is if that is `value`, if it can be told."""
    if expression == subject:
        return value
    if expression == f"len({subject})" and isinstance(value, str):
        return len(value)
    match ast.parse(expression, mode="eval").body:
        case ast.Call(
            ast.Subscript(ast.Name("matches"), ast.Constant(str(pattern))), [about]
        ) if ast.unparse(about) == subject and isinstance(value, str):
            return re.search(pattern, value)
        case _:
            return _UNKNOWN


_UNKNOWN = object()
_TYPES_OF: dict[type, set[str]] = {
    str: {"str"},
    bool: {"bool"},
    int: {"integer", "number"},
    float: {"number"},
    type(None): set(),
}
_COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


# --- Python -> formulas ---------------------------------------------------------------

_COMPARED = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_TYPES = {"is_integer", "is_number", "is_list", "is_object", "is_binary"}


def formula(node: ast.expr, predicates: Predicates) -> Formula:
    """The formula that an expression of a generated check is."""

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
                # Branches of which one is to hold: they leave one another out.
                found = some(map(of, parts))
                return negated(found) if isinstance(op, ast.NotEq) else found
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
            case ast.Call(ast.Name("fits"), [function, value]):
                return Leaf(f"{_text(function)}({_text(value)})", holds=False)
            case ast.Call(ast.Name(name), [value]):
                returned = predicates(name)
                if returned is not None:
                    # What asks for itself again says no more there than its name.
                    return formula(
                        substituted(returned, {"value": value}),
                        lambda other: None if other == name else predicates(other),
                    )
            case _:
                pass
        return Leaf(_text(node))

    return of(node)


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr) -> Formula:
    match left, op, right:
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
        return Leaf(_text(left), verb, limit)
    return Leaf(_text(ast.Compare(left, [op], [right])))


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
