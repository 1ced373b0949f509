"""What a module imports: a part of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

__all__ = ["STRING", "Import", "divided", "named_in"]


@dataclass(frozen=True, slots=True)
class Import:
    """``from module import name``, as `alias` where it has one."""

    module: str
    name: str
    alias: str = ""

    @property
    def spelled(self) -> str:
        """What the module that imports it calls it."""
        return self.alias or self.name

    @property
    def generated(self) -> bool:
        """Whether it is of a module that is generated, which may be many to load."""
        outside = self.module.lstrip(".")
        return self.module != outside and not outside.startswith("_support")

    def __lt__(self, other: Import) -> bool:
        """By module; then constants, classes, functions, as isort has them."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, bool, bool, str, str]:
        name = self.name
        return self.module, not name.isupper(), name[:1].islower(), name, self.alias

    @property
    def clause(self) -> str:
        """What stands after ``import``."""
        return f"{self.name} as {self.alias}" if self.alias else self.name


def divided(
    needed: AbstractSet[Import], named: AbstractSet[Import]
) -> tuple[tuple[Import, ...], tuple[Import, ...]]:
    """What a module imports when it runs, and what only for type checkers.

    Args:
        needed: What its code needs.
        named: What its annotations name.
    """
    runtime = needed | {one for one in named if not one.generated}
    known = {one.spelled for one in runtime}
    types = {one for one in named if one.generated and one.spelled not in known}
    if types:
        runtime |= {Import("typing", "TYPE_CHECKING")}
    return tuple(sorted(runtime)), tuple(sorted(types))


STRING = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
"""A string in an annotation."""


def named_in(annotation: str, imports: Iterable[Import]) -> Iterator[Import]:
    """Those of `imports` that an annotation names; its strings name none."""
    names = set(re.findall(r"\w+", STRING.sub("", annotation)))
    return (one for one in imports if one.spelled in names)
