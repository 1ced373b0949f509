"""Errors that do not show what a function was given."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from .frames import theirs

P = ParamSpec("P")
R = TypeVar("R")


def discreet(function: Callable[P, R]) -> Callable[P, R]:
    """`function`, which can be given secrets.

    Of what it raises, the traceback has no function of this package beyond here: what
    reports tracebacks often shows the variables of each function in it.
    """

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except Exception as error:  # noqa: BLE001  # it is raised again
            refused = error.with_traceback(theirs(error.__traceback__))
        if refused.__traceback__ is None:  # it is no error of a function of the user's
            refused.__context__ = None
        del args, kwargs
        raise refused

    return guarded
