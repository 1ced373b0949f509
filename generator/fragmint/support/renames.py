"""Names that things had before: they work, and warn."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def renamed(old: str, new: str, function: F) -> F:
    """`function`, as it is called by its old name: it warns each time."""

    @wraps(function)
    def warned(*args: Any, **given: Any) -> Any:
        warn_renamed(old, new)
        return function(*args, **_moved(given))

    warned.__doc__ = f"Deprecated: it is called `{new}` now."
    return cast(F, warned)


def _moved(given: dict[str, Any]) -> dict[str, Any]:
    """All of `given`, in which a traceback then shows nothing: secrets can be in it."""
    moved = given.copy()
    given.clear()
    return moved


def warn_renamed(old: str, new: str) -> None:
    """Warn whoever called the function that calls this."""
    warnings.warn(f"{old} is called {new} now", DeprecationWarning, stacklevel=3)
