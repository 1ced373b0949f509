"""Patterns that Python's `re` cannot match as ECMA-262 does: a library matches them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

LIBRARY = "corvus-regex-ecma262"
"""What has to be installed for these patterns, and for nothing else."""


@cache
def ecmascript(expression: str) -> Callable[[str], bool]:
    """What tells whether there is a match of `expression` in a text.

    It is compiled once, at its first use, with the flag `u` (ECMA-262 §22.2.1).

    Raises:
        ImportError: The library is not installed.
        ValueError: `expression` is none of ECMA-262.
    """
    # By name, so that type checkers need not have it either.
    try:
        library = import_module(LIBRARY.replace("-", "_"))
    except ImportError:
        raise ImportError(
            f"the pattern {expression} is matched by a library: pip install {LIBRARY}"
        ) from None
    test: Callable[[str], bool] = library.compile(expression, "u").test
    return test
