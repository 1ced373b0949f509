"""Check functions that are too long to read: each property gets one of its own.

Type checkers give up on them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import names
from .plan import CheckFunction, Import
from .refusals import nodes_of, sets_allowed, walk
from .statements import Apart, Present, Statement, When

__all__ = ["called_of", "in_parts"]

MOST_BRANCHES = 250
"""pyright looks into no function that is too complex: one of 1166 branches was."""
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
        late=called_of(function.late, statements),
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
                    late=called_of(function.late, (statement,)),
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


def called_of(imports: tuple[Import, ...], value: object) -> tuple[Import, ...]:
    """Those of `imports` that statements or tests call."""
    called = {getattr(one, "function", None) for one in nodes_of(value)}
    return tuple(one for one in imports if one.name in called)
