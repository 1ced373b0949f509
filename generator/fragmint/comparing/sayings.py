"""What statements of check functions say beside what they refuse."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..support.violations import Cases
from .apart import Said
from .conditions import formula
from .formulas import TRUE, Formula, Leaf, negated, some
from .validators import OF_ABSENCE, Path, Rule

__all__ = ["OBJECT", "by_place", "fixed_by", "refuses", "said_by", "tagged", "when_of"]

OBJECT = Leaf("fields", "is", "object")


def fixed_by(body: Sequence[ast.stmt]) -> Iterator[ast.expr]:
    """What holds of each `value` that a function does not refuse: which values the
    fields of an object have, where all of these are named.
    """
    match body:
        case [*_, ast.If(test, inner, [])] if formula(test) == OBJECT:
            other = ast.parse("not is_object(value)", mode="eval").body
            yield from (ast.BoolOp(ast.Or(), [other, one]) for one in _fixed(inner))
        case _ if _is_object(body):
            yield from _fixed(body)
        case _:
            pass


def _fixed(body: Sequence[ast.stmt]) -> Iterator[ast.expr]:
    for one in body:
        match one:
            case ast.If(ast.Compare(ast.NamedExpr(value=ast.Constant(name)), [op], _)):
                there = one.orelse if isinstance(op, ast.NotIn) else one.body
                for values in _allowed(there[1:]):
                    got = ast.parse(f"value.get({name!r})", mode="eval").body
                    some = ast.Tuple([*values, ast.Constant(None)])
                    yield ast.Compare(got, [ast.In()], [some])
            case _:
                pass


def _is_object(body: Iterable[ast.stmt]) -> bool:
    """Whether a function refuses what is no object."""
    tests = [one for one in body if isinstance(one, ast.If) and refuses(one.body)]
    return negated(OBJECT) in (formula(one.test) for one in tests)


def _allowed(statements: list[ast.stmt]) -> Iterator[list[ast.expr]]:
    """All that `value` can be, if it is refused whatever else it is."""
    match statements:
        case [
            ast.Assign([ast.Name("allowed")], ast.Tuple(values)),
            ast.If(ast.Compare(ast.Name("value"), [ast.NotIn()], _), body, []),
        ] if refuses(body):
            yield values
        case [
            ast.If(ast.Compare(ast.Name("value"), [ast.NotEq()], values), body, [])
        ] if refuses(body):
            yield values
        case _:
            pass


def tagged(test: ast.expr) -> str:
    """In words, which value of its discriminator an object has; "" if none is asked."""
    match test:
        case ast.BoolOp(
            values=[
                *_,
                ast.Compare(
                    ast.Call(ast.Attribute(attr="get"), [ast.Constant(str(tag))]),
                    [ast.Eq() | ast.In()],
                    [values],
                ),
            ]
        ):
            some = values.elts if isinstance(values, ast.Tuple) else [values]
            return f"where {tag} is {' or '.join(map(ast.unparse, some))}"
        case _:
            return ""


def refuses(body: list[ast.stmt]) -> bool:
    """Whether all that `body` does is to refuse."""
    return all(
        isinstance(one, ast.Return)
        or (
            isinstance(one, ast.If)
            and bool(one.orelse)
            and refuses(one.body)
            and refuses(one.orelse)
        )
        or (
            isinstance(one, ast.Expr)
            and isinstance(one.value, ast.Call)
            and isinstance(one.value.func, ast.Attribute)
            and one.value.func.attr == "refuse"
        )
        for one in body
    )


def when_of(said: ast.keyword | None, names: Mapping[str, str]) -> str:
    """In words when a rule holds, from what `because` and `unless` say of properties,
    for which a caller has other `names`.
    """
    if said is None:
        return ""
    told: Cases = ast.literal_eval(said.value)
    words = " or ".join(
        " and ".join(f"{names.get(name, name)} {is_}" for name, is_ in case.items())
        for case in (told if isinstance(told, tuple) else (told,))
    )
    return f"{'when' if said.arg == 'because' else 'unless'} {words}"


def said_by(rules: Iterable[Rule], body: Iterable[ast.stmt]) -> Said:
    """What a function says of objects, by its rules and its statements."""
    needed: set[str] = set()
    refused: dict[str, list[Formula]] = {}
    known: frozenset[str] | None = None
    for one in (rule for rule in rules if not rule.advice):
        match one.path, one.refused:
            case ["*"], Leaf("name", "in", frozenset() as names, False):
                known = frozenset(map(ast.literal_eval, names))
            case [name], when if one.keyword == "required":
                if when == TRUE:
                    needed.add(name)
            case [name], _ if one.keyword not in OF_ABSENCE:
                refused.setdefault(name, []).append(one.refused)
            case _:
                pass
    return Said(
        frozenset(needed),
        {name: some(parts) for name, parts in refused.items()},
        known,
        is_object=_is_object(body),
    )


def by_place(rules: Iterable[Rule]) -> dict[tuple[Path, str], Formula]:
    """What is refused where, by whatever rules are about the same."""
    found: dict[tuple[Path, str], list[Formula]] = {}
    for one in rules:
        if not one.advice:
            about = one.keyword if one.keyword in OF_ABSENCE else ""
            found.setdefault((one.path, about), []).append(one.refused)
    return {place: some(parts) for place, parts in found.items()}
