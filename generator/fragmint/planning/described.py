"""What rules say of an object, as against what is described of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Problem, clip, did_you_mean
from ..meaning.shapes import Literal, Nothing, Shape, meet
from .literals import literal

__all__ = ["never", "undescribed"]

_MOST = 5
"""How many values a hint tells."""


def undescribed(name: str, known: Iterable[str]) -> Problem:
    """What is to be said of a property that is none of the `known` ones."""
    close = did_you_mean(name, known)
    message = f"no property {name!r} is described"
    hint = f"did you mean {close}?" if close else "describe it in properties"
    return Problem("unknown-property", message, None, hint, "warning")


def never(name: str, described: Shape, asked: Shape) -> Iterator[Problem]:
    """What is to be said of a condition that asks for what a property never is.

    Args:
        name: The property.
        described: What it can be.
        asked: What it has to be, for the condition to be true.
    """
    if asked == Nothing():
        return  # it asks whether it is left out
    values = asked.values if isinstance(asked, Literal) else ()
    wrong = [literal(v) for v in values if not meet(described, Literal((v,)))]
    if not wrong and meet(described, asked):
        return
    known = [*map(literal, described.values)] if isinstance(described, Literal) else []
    close = did_you_mean(wrong[0], known) if wrong else None
    hint = None
    if close:
        hint = f"did you mean {close}?"
    elif known:
        more = ["…"] if len(known) > _MOST else []
        hint = f"it is one of {', '.join([*known[:_MOST], *more])}"
    message = f"{name} is never {clip(wrong[0]) if wrong else 'what this asks for'}"
    yield Problem("idle-condition", message, None, hint, "warning")
