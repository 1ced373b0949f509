"""What reading lets pass, for those who want to know, and of what operation."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, NamedTuple, TypeAlias

Validation: TypeAlias = Literal["off", "warn", "strict"]
"""What becomes of it: nothing, a warning, or an error."""


class Note(NamedTuple):
    """Something that was let pass in `holder`, a model or the `extra` of one.

    `path` leads from there to what is not as `wanted`, by the keyword `rule`; that of a
    response as a whole is its `status`.
    """

    holder: object
    path: tuple[str | int, ...]
    wanted: str
    rule: str = "type"


READING: ContextVar[str] = ContextVar("READING", default="")
"""The operation whose answer a client reads, for the messages about it."""


def whose() -> str:
    """What such a message begins with."""
    operation = READING.get()
    return f"{operation}: " if operation else ""


# Of one thread or task: what others read meanwhile is noted elsewhere, if at all.
_NOTES: ContextVar[list[Note] | None] = ContextVar("notes", default=None)


def noted(note: Note) -> bool:
    """Tell of what is let pass; False if nobody wants to know."""
    notes = _NOTES.get()
    if notes is None:
        return False
    notes.append(note)
    return True


def are_noted() -> bool:
    """Whether anybody wants to know."""
    return _NOTES.get() is not None


@contextmanager
def noting() -> Generator[list[Note], None, None]:
    """A list of what is let pass until the end."""
    notes: list[Note] = []
    token = _NOTES.set(notes)
    try:
        yield notes
    finally:
        _NOTES.reset(token)
