"""What templates see of a module of rules."""

from __future__ import annotations

from dataclasses import dataclass

from .imports import Import
from .statements import Statement, Test

__all__ = ["CheckFunction", "PredicateFunction", "Validator"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFunction:
    """A function that looks for broken rules in a value; `about` says of what.

    `parameter` is what the value is called: `fields`, if it is looked at as an object.
    `sets_allowed`: it has a variable `allowed`, of tuples of several types. `given`:
    the value is known to be an object. `late` is imported when the function runs.
    """

    name: str
    about: str
    parameter: str
    given: bool
    sets_allowed: bool
    late: tuple[Import, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateFunction:
    """A function that tells whether a value is what `about` says."""

    name: str
    about: str
    late: tuple[Import, ...]
    test: Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """A module of rules."""

    module: str
    title: str
    imports: tuple[Import, ...]
    checks: tuple[CheckFunction, ...]
    predicates: tuple[PredicateFunction, ...]
