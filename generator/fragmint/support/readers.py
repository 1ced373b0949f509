"""A response, and the fields of the object in it.

Fields are read with tolerance: each function takes one out of `data`, the JSON object
that came. What is absent or null is None. What is not of its kind is None too: a
warning says so, and the raw value stays in `data`, which becomes the model's `extra`.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from .errors import ApiError, InvalidResponse, error_of
from .frames import outside
from .http import HttpResponse, Redirect
from .notes import Note, noted, whose
from .unreadable import Unreadable

T = TypeVar("T")


class UnreadableField(UserWarning):
    """A field of a response is not what its description says."""


def content(response: HttpResponse, read: Callable[[dict[str, Any]], T]) -> T:
    """What `read` makes of the JSON object in the body of `response`.

    Raises:
        InvalidResponse: the body is empty, or not JSON, or no object, or nests too
            deep.
    """
    value = json_of(response, "a JSON object")
    why = "it is not a JSON object"
    if value.__class__ is dict:
        try:
            return read(value)
        except RecursionError:
            why = TOO_DEEP
    raise invalid(response, "a JSON object", why)


def json_of(response: HttpResponse, wanted: str = "JSON") -> Any:
    """What the body of `response` says in JSON.

    Raises:
        InvalidResponse: the body is empty, or not JSON.
    """
    try:
        # A byte order mark may be ignored (RFC 8259 §8.1).
        return json.loads(response.body.decode("utf-8").removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        why = f"it cannot be read as JSON ({error})" if response.body else "it is empty"
    raise invalid(response, wanted, why)


TOO_DEEP = "it nests too deep"


def redirect(response: HttpResponse) -> Redirect:
    """Where `response` sends to, for an operation whose good answer does that."""
    location = response.headers.get("location")
    return Redirect(status=response.status, location=location)


def undescribed(response: HttpResponse, described: str) -> bool:
    """Whether `response` is another success than the only one that is described.

    It is read as that: a server can be ahead of its description, and what it did is
    done. It is noted, or a warning says so.
    """
    if not 200 <= response.status < 300:
        return False
    if not noted(Note(response, (), described, "status")):
        said = f"the answer {response.status} is not described, and read as {described}"
        warnings.warn(UnreadableField(f"{whose()}{said}"), stacklevel=outside())
    return True


def invalid(response: HttpResponse, wanted: str, why: str) -> InvalidResponse:
    """What to raise where the body should be `wanted`."""
    return InvalidResponse(
        f"{whose()}the body of the answer {response.status} should be {wanted}: {why}"
        f" ({response.media_type or 'no content type'}, {len(response.body)} bytes)",
        response,
    )


_ERRORS = 400


def failure(
    operation: str,
    response: HttpResponse,
    read: Callable[[Any], object] | None = None,
) -> ApiError | InvalidResponse:
    """What to raise for `response`, an answer that the description counts as an error.

    `read` decodes the JSON of its body, where the description says what that is. A
    success that is not described is none: the request has done what it should.
    """
    if 200 <= response.status < 300:
        noted(Note(response, (), "described", "status"))
        why = "is a success that is not described: see response"
        return InvalidResponse(
            f"{operation}: the answer {response.status} {why}", response
        )
    error = None
    if read is not None:
        # Else it is an error page of something in between, or nests too deep;
        # `response` has it. The last two come of a reader of objects that gets
        # something else.
        with suppress(
            InvalidResponse, Unreadable, RecursionError, AttributeError, TypeError
        ):
            error = read(json_of(response))
    said = f"{operation}: the server answered {response.status}"
    kind_of_error = error_of(response.status)
    failed = kind_of_error(said, response, error)
    if response.status < _ERRORS:
        said += ", which is not described as a success"
    elif error is None and response.body:
        kind = response.media_type or "no content type"
        said += f" with a body that is no error message of this API ({kind})"
    if failed.message is not None:
        said += f": {failed.message}"
    if failed.code is not None:
        said += f" (code {failed.code})"
    if failed.more_info is not None:
        said += f"; see {failed.more_info}"
    if failed.hint:
        said += f"; {failed.hint}"
    return kind_of_error(said, response, error)


def _of(kind: str, *types: type) -> Callable[[dict[str, Any], str], Any]:
    """What reads a field that is of one of `types`, and called `kind`."""

    def read(data: dict[str, Any], name: str) -> Any:
        value = data.pop(name, None)
        if value is None or type(value) in types:
            return value
        unreadable(data, name, value, kind)
        return None

    return read


text: Callable[[dict[str, Any], str], str | None] = _of("a string", str)
boolean: Callable[[dict[str, Any], str], bool | None] = _of("a boolean", bool)
number: Callable[[dict[str, Any], str], float | None] = _of("a number", float, int)


def integer(data: dict[str, Any], name: str) -> int | None:
    """An integer; 1.0 is one (JSON Schema 2020-12 §4.2.3)."""
    value = data.pop(name, None)
    if value is None or type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    unreadable(data, name, value, "an integer")
    return None


def record(
    data: dict[str, Any], name: str, read: Callable[[dict[str, Any]], T]
) -> T | None:
    """An object, by its reader, which gets a copy."""
    value = data.pop(name, None)
    if value is None:
        return None
    if value.__class__ is dict:
        return read(value.copy())
    unreadable(data, name, value, "an object")
    return None


def records(
    data: dict[str, Any], name: str, read: Callable[[dict[str, Any]], T]
) -> list[T] | None:
    """A list of objects, by the reader of each."""
    value = data.pop(name, None)
    if value is None:
        return None
    if value.__class__ is list and {dict}.issuperset(map(type, value)):
        return [read(item.copy()) for item in value]
    unreadable(data, name, value, "a list of objects")
    return None


def unreadable(
    data: dict[str, Any],
    name: str,
    value: object,
    kind: str,
    path: tuple[str | int, ...] = (),
) -> None:
    """Say that the field `name` of `data` is none of `kind`, by what is at `path`."""
    data[name] = value
    if not noted(Note(data, (name, *path), kind)):
        where = "".join(f"[{step!r}]" for step in path)
        warnings.warn(
            UnreadableField(
                f"{whose()}{name}{where} is not {kind}: see extra[{name!r}]"
            ),
            stacklevel=outside(),
        )
