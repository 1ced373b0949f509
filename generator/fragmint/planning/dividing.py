"""Check functions that are too long to read: each property gets one of its own.

Type checkers give up on them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from . import names
from .plan import CheckFunction, Import
from .refusals import sets_allowed, walk
from .statements import Apart, Present, Statement, When

__all__ = ["in_parts"]

MOST_BRANCHES = 250
MOST_PROPERTIES = 60
"""Of what is assigned to at more than 64 places, pyright does not tell the type."""


def in_parts(function: CheckFunction, taken: set[str]) -> tuple[CheckFunction, ...]:
    """`function`, or what it calls for each property and what is left of it.

    `taken` are the names of the module's functions; those that are made are added.
    """
    whole = [*walk(function.statements)]
    properties = sum(isinstance(one, Present) for one in whole)
    if len(whole) <= MOST_BRANCHES and properties <= MOST_PROPERTIES:
        return (function,)
    parts: list[CheckFunction] = []
    statements = tuple(_apart(function, function.statements, parts, taken))
    rest = replace(
        function,
        statements=statements,
        sets_allowed=sets_allowed(statements),
        late=_late(function, statements),
    )
    return (rest, *parts)


def _apart(
    function: CheckFunction,
    statements: tuple[Statement, ...],
    parts: list[CheckFunction],
    taken: set[str],
) -> Iterator[Statement]:
    for statement in statements:
        match statement:
            case Present(name=name):
                made = names.part_of(function.name, name, taken)
                taken.add(made)
                part = CheckFunction(
                    name=made,
                    about=f"the {name!r} of {function.about}",
                    parameter=function.parameter,
                    given=True,
                    sets_allowed=sets_allowed((statement,)),
                    late=_late(function, (statement,)),
                    statements=(statement,),
                )
                parts.append(part)
                yield Apart(function=made)
            case When(then=then, otherwise=otherwise):
                yield replace(
                    statement,
                    then=tuple(_apart(function, then, parts, taken)),
                    otherwise=tuple(_apart(function, otherwise, parts, taken)),
                )
            case _:
                yield statement


def _late(
    function: CheckFunction, statements: tuple[Statement, ...]
) -> tuple[Import, ...]:
    """What of the late imports of `function` these statements call."""
    called = set(_called(statements))
    return tuple(one for one in function.late if one.name in called)


def _called(value: object) -> Iterator[str]:
    """The functions that statements or tests call."""
    if isinstance(value, tuple):
        for one in value:
            yield from _called(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name == "function":
                yield inner
            else:
                yield from _called(inner)
