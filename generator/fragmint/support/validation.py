"""How a response is read: with tolerance, in silence or with warnings, or strictly."""

from __future__ import annotations

from contextvars import ContextVar
from typing import (
    TYPE_CHECKING,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    get_args,
)

if TYPE_CHECKING:
    from .http import HttpResponse
    from .requests import Request

__all__ = ["Note", "Validation", "checked", "noted", "read"]

R = TypeVar("R")
Validation: TypeAlias = Literal["off", "warn", "strict"]


def checked(mode: Validation) -> Validation:
    """`mode`, if it is one.

    Raises:
        ValueError: it is none.
    """
    if mode not in get_args(Validation):
        raise ValueError(
            f"validate_responses must be off, warn or strict, not {mode!r}"
        )
    return mode


class Note(NamedTuple):
    """Something that was let pass in `holder`, a model or the `extra` of one.

    `path` leads from there to what is not as `wanted`, by the keyword `rule`.
    """

    holder: object
    path: tuple[str | int, ...]
    wanted: str
    rule: str = "type"


_NOTES: ContextVar[list[Note] | None] = ContextVar("notes", default=None)


def noted(one: Note) -> bool:
    """Tell of what is let pass; False if nobody listens."""
    notes = _NOTES.get()
    if notes is None:
        return False
    notes.append(one)
    return True


def read(request: Request[R], response: HttpResponse, mode: Validation) -> R:
    """What `request` reads in `response`.

    Raises:
        ApiError: it is an error, whatever its body is.
        InvalidResponse: it cannot be read, or `mode` is strict and it is not as
            described.
    """
    if mode == "warn":
        return request.read(response)
    notes: list[Note] = []
    token = _NOTES.set(notes)
    try:
        result = request.read(response)
    finally:
        _NOTES.reset(token)
    if mode == "strict":
        from .strict import insist  # only who asks for it needs it

        insist(type(request), result, response, notes)
    return result
