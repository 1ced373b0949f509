"""What check functions are, and each way in which one refuses."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from .bare import bare, called
from .formulas import Formula

__all__ = ["OF_ABSENCE", "Path", "Rule", "Validator"]

OF_ABSENCE = frozenset({"required", "dependentRequired"})
"""Keywords that are not about a value."""

Path: TypeAlias = tuple[str, ...]
"""The way to a value by wire names; "[]" is each item, "*" each property."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way in which a value can be refused.

    `limit` is source; `refused` says when. `advice`: it warns and no more. `when` says
    in words when the rule holds, "" if it always does. `asked` are the functions that
    it depends on, each with where the value is that it asks them of. `function` is the
    one that says it.
    """

    function: str
    path: Path
    keyword: str
    limit: str
    advice: bool
    refused: Formula
    asked: tuple[tuple[str, Path], ...]
    when: str
    file: str
    line: int


@dataclass(frozen=True)
class Validator:
    """A function of a module of rules; `own` are all those of the same module."""

    node: ast.FunctionDef
    file: str
    data: bytes
    own: frozenset[str]

    def renamed(self, functions: Mapping[str, str]) -> Validator:
        """The same, where functions have other names."""
        own = frozenset(functions.get(one, one) for one in self.own)
        if own == self.own and not any(name in self._named for name in functions):
            return self
        tree = called(ast.Module([deepcopy(self.node)], []), functions, {})
        [node] = (one for one in tree.body if isinstance(one, ast.FunctionDef))
        node.name = functions.get(node.name, node.name)
        return replace(self, node=node, data=b"", own=own)

    @cached_property
    def _named(self) -> set[str]:
        return {one.id for one in ast.walk(self.node) if isinstance(one, ast.Name)}

    def is_like(self, other: Validator) -> bool:
        """Whether it does the same as `other`, whatever words it quotes."""
        return self.data == other.data or self._bare == other._bare

    @cached_property
    def _bare(self) -> str:
        return bare(self.node)

    @property
    def of_object(self) -> bool:
        """Whether it checks an object as such, and not any value."""
        return self.node.args.args[0].arg == "fields"

    @property
    def is_predicate(self) -> bool:
        """Whether it answers, and notes nothing."""
        return len(self.node.args.args) == 1
