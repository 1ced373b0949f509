"""Errors that do not show what functions were given.

What reports tracebacks often shows the variables of each function in them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

__all__ = ["bare", "discreet"]

E = TypeVar("E", bound=BaseException)
P = ParamSpec("P")
R = TypeVar("R")


def discreet(function: Callable[P, R]) -> Callable[P, R]:
    """`function`, which can be given secrets.

    Where it refuses something, by a TypeError or ValueError, the traceback ends here.
    """

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (TypeError, ValueError) as error:
            refused = bare(error)
        del args, kwargs
        raise refused

    return guarded


def bare(error: E) -> E:
    """`error` without the functions that it came through, and without what led to it.

    Raise it when no handler is at work: that would lead to it again.
    """
    error.__context__ = None
    return error.with_traceback(None)
