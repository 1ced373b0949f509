"""How a response is read: with tolerance, in silence or with warnings, or strictly."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from .errors import ClientError, InvalidResponse
from .http import HttpResponse
from .notes import READING, Validation, noting
from .requests import Request

R = TypeVar("R")


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


def read(request: Request[R], response: HttpResponse, mode: Validation) -> R:
    """What `request` reads in `response`.

    Raises:
        ApiError: it is an error, whatever its body is.
        InvalidResponse: it cannot be read, or `mode` is strict and it is not as
            described.
    """
    operation = READING.set(type(request).__name__)
    try:
        return _read(request, response, mode)
    except ClientError as raised:
        error = raised.with_traceback(None)  # which shows what came
    finally:
        READING.reset(operation)
    raise error


def _read(request: Request[R], response: HttpResponse, mode: Validation) -> R:
    if mode == "warn":
        return request.read(response)
    with noting() as notes:
        result = request.read(response)
    if mode == "strict":
        kind: Any = type(request)
        for one in notes:
            if one.holder is response:
                said = f"{response.status} is not described: it should be {one.wanted}"
                raise InvalidResponse(f"{kind.__name__}: the answer {said}", response)
        insist = kind._insist
        if insist is None:
            from .strict import insist  # only who asks for it needs it
        insist(kind, result, response, notes)
    return result
