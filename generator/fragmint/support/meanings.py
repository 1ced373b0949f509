"""What the annotations of a package mean.

They are texts, and what they name is imported for type checkers alone. Here it is
imported when an annotation is read.
"""

from __future__ import annotations

import builtins
import sys
from importlib import import_module
from types import UnionType
from typing import Any, Union, get_args, get_origin

PACKAGE = __name__.rpartition("._support.")[0]
"""The package that this is a part of."""


class _Names(dict[str, Any]):
    """What names mean in a module of the package: it has no others."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self._homes = (sys.modules[module], builtins)

    def __missing__(self, name: str) -> Any:
        for home in self._homes:
            if hasattr(home, name):
                return getattr(home, name)
        return getattr(import_module(PACKAGE), name)


def meaning(annotation: str, module: str) -> Any:
    """The type that `annotation` is in a module of the package."""
    return eval(annotation, {}, _Names(module))  # noqa: S307  # our own code


def options(kind: Any) -> tuple[Any, ...]:
    """The members of a union; any other type by itself."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
