"""Where a statement of a check function stands, and what is known there."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .apart import Apart, never
from .formulas import Formula, Leaf
from .validators import Path, Validator

__all__ = ["Elsewhere", "Scope", "steps"]

Elsewhere: TypeAlias = Callable[[str, Path], bool]
"""Whether what a function checks there is to be told of by itself."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known where a statement stands; `known` holds of the value at `path`,
    whose properties have other `names` for a caller.
    """

    validator: Validator
    path: Path
    inside: tuple[str, ...]
    apart: Elsewhere
    known: Leaf | None = None
    name: str = ""
    index: str = ""
    values: Mapping[str, ast.expr] = field(default_factory=dict[str, ast.expr])
    conditions: tuple[Formula, ...] = ()
    asked: tuple[tuple[str, Path], ...] = ()
    disjoint: Apart = never
    where: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])

    def at(self, subject: ast.expr) -> Path:
        """Where the value is that an expression is about."""
        name = (self.name,) if self.name else ()
        match subject:
            case ast.Name("value"):
                return (*self.path, *name)
            case ast.Name("item"):
                return (*self.path, *name, *filter(None, [self.index]))
            case _:
                return self.path


def steps(at: ast.expr, scope: Scope) -> Path:
    """The way on from there that an argument of a call says."""
    match at:
        case ast.Name("name"):
            return (scope.name,)
        case ast.Name("index"):
            return (scope.index,)
        case ast.Constant(str(name)):
            return (name,)
        case ast.Tuple(parts):
            return tuple(step for part in parts for step in steps(part, scope))
        case _:
            return ()
