"""Errors that do not show what a function was given."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

__all__ = ["discreet"]

P = ParamSpec("P")
R = TypeVar("R")


def discreet(function: Callable[P, R]) -> Callable[P, R]:
    """`function`, which can be given secrets.

    Where it refuses something, by a TypeError or ValueError, the traceback ends here:
    what reports tracebacks often shows the variables of each function in it.
    """

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (TypeError, ValueError) as error:
            refused = error.with_traceback(None)
        del args, kwargs
        raise refused

    return guarded
