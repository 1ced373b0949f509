"""What matches a pattern: Python's `re`, a library, or nothing that there is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..diagnostics import Problem, clip
from ..support.ecmascript import LIBRARY, ecmascript
from .automata import parts_of
from .backtracking import ambiguity
from .ecmascript import Back, Malformed, Untranslatable, parse
from .patterns import translate

__all__ = ["Matching", "matching"]

_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_ESCAPED = re.compile(r"\\(.)|[\ud800-\udfff]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Matching:
    """How a pattern is matched.

    Attributes:
        keyword: The macro that asks for it, None if nothing does.
        expression: The pattern, as that writes it.
        problems: What is to be said of it, at its place.
    """

    keyword: Literal["pattern", "ecmascript"] | None
    expression: str
    problems: tuple[Problem, ...] = ()


def matching(expression: str) -> Matching:
    """How `expression` is matched exactly as ECMA-262 has it."""
    try:
        translated = translate(expression)
    except Malformed as error:
        return _unmatched(f"this is no expression of ECMA-262: {error}")
    except Untranslatable as error:
        message = f"Python cannot match this as ECMA-262 does: {error}"
        return _by_library(expression, message)
    return Matching("pattern", translated, _slow(expression))


def _by_library(expression: str, message: str) -> Matching:
    spelled = _strict(expression)
    try:
        ecmascript(spelled)
    except ImportError:
        hint = "a library may, which is missing: pip install 'fragmint[ecmascript]'"
        return Matching(None, "", (Problem("missing-library", message, None, hint),))
    except ValueError:
        return _unmatched(message, "nor can the library: ")
    hint = f"a library checks it at run time: pip install {LIBRARY}"
    needs = Problem("needs-library", message, None, hint, "warning")
    slow = _slow(expression) if _refers(expression) else ()
    return Matching("ecmascript", spelled, (needs, *slow))


def _strict(expression: str) -> str:
    """`expression` without what the flag `u` forbids and is plain, such as `\\_`.

    Nor are there lone surrogates, in place of which the library would read U+FFFD.
    """

    def spelled(found: re.Match[str]) -> str:
        char = found[1] or found[0]
        kept = char.isalnum() or char in _SYNTAX
        return found[0] if kept else f"\\u{{{ord(char):x}}}"

    return _ESCAPED.sub(spelled, expression)


def _refers(expression: str) -> bool:
    """Whether it refers to a group: all else the library matches in linear time."""
    try:
        tree = parse(expression)
    except Untranslatable:  # what cannot be read, nobody can look into
        return False
    return any(isinstance(one, Back) for one in parts_of(tree))


def _unmatched(message: str, why: str = "") -> Matching:
    hint = f"{why}values are not checked against it"
    problem = Problem("unsupported-pattern", message, None, hint, "warning")
    return Matching(None, "", (problem,))


def _slow(expression: str) -> tuple[Problem, ...]:
    slow = ambiguity(expression)
    if slow is None:
        return ()
    message = "matching this can take exponential time"
    again = clip(repr(slow.again * 3))
    hint = f"{clip(slow.source)} has more than one way to read {again}"
    return (Problem("slow-pattern", message, None, hint, "warning"),)
