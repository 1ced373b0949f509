"""The conditions of generated checks, as formulas that can be compared.

A formula says when a value is refused. Of two of them `implies` finds out whether one
refuses at most what the other does, as far as their form tells; where it does not tell,
it says no.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, TypeAlias, cast

from ..support.formats import is_multiple

__all__ = [
    "FALSE",
    "TRUE",
    "Every",
    "Formula",
    "Leaf",
    "Some",
    "assuming",
    "every",
    "follows",
    "implies",
    "negated",
    "some",
    "uses",
]


@dataclass(frozen=True, slots=True)
class Leaf:
    """That the expression `subject` is, by `verb`, within `limit`; the opposite if not
    `holds`.

    The verbs: ``<``, ``<=``, ``>`` and ``>=`` a number; ``of`` one, as a multiple;
    ``in`` a set of literals; ``is`` of a type, such as ``whole``, which can be an
    integer as text; ``all`` items of it being within a formula; and ``""`` for what
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
    flat = dict.fromkeys(_beside_integers(one, flat) for one in flat)
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


def _beside_integers(one: Formula, others: Container[Formula]) -> Formula:
    """A limit as one that is open, if whatever is no integer is among the others."""
    match one:
        case Leaf(subject, "<=" | ">=" as verb, int() | float() as limit):
            if Leaf(subject, "is", "integer", False) in others:
                next_ = floor(limit) + 1 if verb == "<=" else ceil(limit) - 1
                return Leaf(subject, verb[0], next_)
        case _:
            pass
    return one


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
            no = implies(known, negated(one))
            return TRUE if implies(known, one) else FALSE if no else _beside(one, known)


def _beside(one: Leaf, known: Leaf) -> Leaf:
    """`one` without the literals that are out of the question."""
    match known, one.verb:
        case Leaf(subject, "in", frozenset() as out, False), "in" if (
            subject == one.subject
        ):
            return Leaf(subject, "in", _texts(one) - out, one.holds)
        case _:
            return one


def uses(
    what: Formula, functions: Container[str], *, holds: bool = True
) -> Iterator[tuple[str, bool]]:
    """Those of `functions` that a formula names, each with whether it only holds where
    that refuses; it may hold else where that lets pass.
    """
    match what:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from uses(part, functions, holds=holds)
        case Leaf(subject, "all", Leaf() | Every() | Some() as each):
            yield from uses(each, functions, holds=holds == what.holds)
            yield from ((name, False) for name in _named(subject, functions))
        case Leaf(subject):
            for name in _named(subject, functions):
                refuses = subject.startswith(f"{name}(") and not what.verb
                yield name, refuses and what.holds == holds


def _named(subject: str, functions: Container[str]) -> list[str]:
    return [one for one in re.findall(r"\w+", subject) if one in functions]


_MOST = 96
"""Leaves of a formula that is looked at case by case."""

_NESTED = {("integer", "number"), ("integer", "whole")}
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
    ("is", "is"): lambda limit, wider: (limit, wider) in _NESTED,
    ("of", "of"): is_multiple,
    ("all", "all"): lambda limit, wider: implies(limit, wider),
}
"""Whether what is within one limit is within the other, by the verbs of both."""


def implies(one: Formula, other: Formula) -> bool:
    """Whether `other` holds wherever `one` does, for sure."""
    return one == other or _by_form(one, other) or _by_values(one, other)


def follows(one: Formula, other: Formula) -> bool:
    """As `implies`, by cases too: what `other` tells apart, such as kinds by their tag,
    is looked at one by one.
    """
    if implies(one, other):
        return True
    leaves = dict.fromkeys(_leaves(other))
    if len(leaves) > _MOST:
        return False  # it would take too long
    told = next((leaf for leaf in leaves if negated(leaf) in leaves), None)
    return told is not None and all(
        _is_never(one, case)
        or follows(every([assuming(one, case), case]), assuming(other, case))
        for case in (told, cast(Leaf, negated(told)))
    )


def _is_never(one: Formula, case: Leaf) -> bool:
    """Whether one of its parts says that `case` is not so."""
    return any(implies(part, negated(case)) for part in _parts(one))


def _parts(one: Formula) -> tuple[Formula, ...]:
    return one.parts if isinstance(one, Every) else (one,)


def _leaves(one: Formula) -> Iterator[Leaf]:
    match one:
        case Leaf():
            yield one
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _leaves(part)


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
            both = {limit, another}
            apart = len(both) > 1 and both != {"integer", "number"}
            return subject == other.subject and apart and "whole" not in both
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
                known = expression == subject and limit != "whole"
                return known and holds == (limit in _TYPES_OF.get(type(value), ()))
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
