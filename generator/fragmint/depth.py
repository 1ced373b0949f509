"""Recursion that goes on in another thread where one has no more room for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread, local
from types import FunctionType
from typing import Any

__all__ = ["deepen"]

# No function of rules takes more than six frames for each that it calls, and Python
# gives a thread a thousand, for its own.
_CALLS = 120
_THREADS = 50


class _Here(local):
    """How far the thread has come: it can be deep in other calls where it begins."""

    calls = _CALLS
    threads = 0


def deepen(scope: dict[str, Any]) -> None:
    """Have functions in `scope`, which call each other, nest deeper than Python does.

    They raise RecursionError all the same where they need too many threads.
    """
    here = _Here()
    for name, one in scope.items():
        if isinstance(one, FunctionType) and one.__globals__ is scope:
            scope[name] = _deepened(one, here)


def _deepened(function: Callable[..., Any], here: _Here) -> Callable[..., Any]:
    def deepened(*given: Any) -> Any:
        if here.calls >= _CALLS:
            return _elsewhere(function, given, here)
        here.calls += 1
        try:
            return function(*given)
        finally:
            here.calls -= 1

    return deepened


def _elsewhere(function: Callable[..., Any], given: Any, here: _Here) -> Any:
    """What `function` returns, or raises, in a thread of its own."""
    threads = here.threads + 1
    result: Any = None
    raised: BaseException | None = None

    def run() -> None:
        nonlocal result, raised
        here.calls, here.threads = 0, threads
        try:
            result = function(*given)
        except BaseException as error:  # noqa: BLE001  # it is raised where it belongs
            raised = error

    thread = Thread(target=run, daemon=True)
    if threads > _THREADS:
        raise RecursionError
    try:
        thread.start()
    except RuntimeError:  # there can be no more threads
        raise RecursionError from None
    thread.join()
    if raised is not None:
        raise raised
    return result
