"""Looking through statements: what they refuse, and which variables they use."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, assert_never, cast

from .statements import (
    Apart,
    Call,
    Check,
    Demand,
    Each,
    EachProperty,
    Guard,
    ItemAt,
    Present,
    Refusal,
    Statement,
    TypeCheck,
    When,
)

__all__ = ["hoisted", "nodes_of", "quotes", "refusals", "sets_allowed", "walk"]


def _inner(statement: Statement) -> tuple[Statement, ...]:
    """The statements that a statement holds."""
    match statement:
        case When(then=then, otherwise=otherwise):
            return then + otherwise
        case (
            TypeCheck(statements=inner)
            | Each(statements=inner)
            | ItemAt(statements=inner)
            | EachProperty(statements=inner)
            | Present(statements=inner)
        ):
            return inner
        case Check() | Demand() | Guard() | Call() | Apart():
            return ()
        case _:
            assert_never(statement)


def refusals(statements: tuple[Statement, ...]) -> Iterator[Refusal]:
    """What `statements` refuse, but for what is said of inner properties."""
    for statement in statements:
        match statement:
            case Check() | Demand() | TypeCheck() | Guard():
                yield statement.refusal
            case Present():
                continue  # names its own, or nothing
            case _:
                pass
        yield from refusals(_inner(statement))


def nodes_of(value: object) -> Iterator[object]:
    """Every statement and test in `value`, and what else it is made of."""
    rest: list[Any] = [value]
    while rest:
        one = rest.pop()
        if isinstance(one, tuple):
            rest += cast("tuple[object, ...]", one)
        elif names := _field_names(one.__class__):
            yield one
            rest += [getattr(one, name) for name in names]


@cache
def _field_names(kind: Hashable) -> tuple[str, ...]:
    """What a dataclass has; nothing of another class."""
    assert isinstance(kind, type)
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def walk(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Each of `statements`, and what it holds."""
    for statement in statements:
        yield statement
        yield from walk(_inner(statement))


def quotes(statements: tuple[Statement, ...]) -> bool:
    """Whether `statements` use the variable `words`."""
    calls = [one for one in walk(statements) if isinstance(one, Call)]
    quoting: list[Call | Refusal] = [*refusals(statements), *calls]
    return any(one.words == "words" and one.quoted is None for one in quoting)


def sets_allowed(statements: tuple[Statement, ...]) -> bool:
    """Whether any of `statements` sets the variable `allowed`."""
    return any(
        getattr(statement, "allowed", None) is not None
        or sets_allowed(_inner(statement))
        for statement in statements
    )


def hoisted(subject: str, start: int, statements: tuple[Statement, ...]) -> Each:
    """A loop of `statements`; what never changes in it is set before it."""
    allowed = None
    match statements:
        case (TypeCheck(statements=(Check(allowed=str(found)) as only,)) as outer,):
            allowed = found
            inner = replace(outer, statements=(replace(only, allowed=None),))
            statements = (inner,)
        case (Check(allowed=str(found)) as only,):
            allowed = found
            statements = (replace(only, allowed=None),)
        case _:
            pass
    return Each(subject=subject, start=start, allowed=allowed, statements=statements)
