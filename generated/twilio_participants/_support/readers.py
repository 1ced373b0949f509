"""Fields of a response, read with tolerance.

Each function takes one field out of `data`, the JSON object that came. What is absent
or null is None. What is not of its kind is None too: a warning says so, and the raw
value stays in `data`, which becomes the model's `extra`.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from .errors import ApiError, InvalidResponse
from .frames import outside
from .http import HttpResponse

__all__ = [
    "UnreadableField",
    "boolean",
    "content",
    "failure",
    "integer",
    "number",
    "rfc_2822",
    "text",
]


class UnreadableField(UserWarning):
    """A field of a response is not what its description says."""


def content(response: HttpResponse) -> dict[str, Any]:
    """The JSON object in the body of `response`.

    Raises:
        InvalidResponse: the body is empty, or not JSON, or no object.
    """
    try:
        value = json.loads(response.body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        why = f"it cannot be read as JSON ({error})" if response.body else "it is empty"
    else:
        if value.__class__ is dict:
            return value
        why = "it is not a JSON object"
    raise InvalidResponse(
        f"the body of the answer {response.status} should be a JSON object: {why}"
        f" ({response.media_type or 'no content type'}, {len(response.body)} bytes)",
        response,
    ) from None


def failure(
    operation: str,
    response: HttpResponse,
    read: Callable[[dict[str, Any]], object] | None = None,
) -> ApiError:
    """What to raise for `response`, an answer that the description counts as an error.

    `read` decodes its body, where the description says what that is.
    """
    error = None
    if read is not None:
        # Else it is an error page of something in between; `response` has it.
        with suppress(InvalidResponse):
            error = read(content(response))
    said = f"{operation}: the server answered {response.status}"
    message, code = getattr(error, "message", None), getattr(error, "code", None)
    more_info = getattr(error, "more_info", None)
    if error is None:
        kind = response.media_type or "no content type"
        said += f" with a body that is no error message of this API ({kind})"
    if message is not None:
        said += f": {message}"
    if code is not None:
        said += f" (code {code})"
    if more_info is not None:
        said += f"; see {more_info}"
    return ApiError(said, response, error)


def text(data: dict[str, Any], name: str) -> str | None:
    """A string."""
    value = data.pop(name, None)
    if value is None or type(value) is str:
        return value
    _unreadable(data, name, value, "a string")
    return None


def boolean(data: dict[str, Any], name: str) -> bool | None:
    """True or false."""
    value = data.pop(name, None)
    if value is None or type(value) is bool:
        return value
    _unreadable(data, name, value, "a boolean")
    return None


def integer(data: dict[str, Any], name: str) -> int | None:
    """An integer; 1.0 is one (JSON Schema 2020-12 §4.2.3)."""
    value = data.pop(name, None)
    if value is None or type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    _unreadable(data, name, value, "an integer")
    return None


def number(data: dict[str, Any], name: str) -> float | None:
    """A number."""
    value = data.pop(name, None)
    if value is None or type(value) is float or type(value) is int:
        return value
    _unreadable(data, name, value, "a number")
    return None


_MONTHS = {
    f" {name} ": f"{number:02}"
    for number, name in enumerate(
        """Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec""".split(), start=1
    )
}


def rfc_2822(data: dict[str, Any], name: str) -> datetime | None:
    """A date and time as in electronic mail: ``Fri, 18 Nov 2022 10:15:00 +0000``."""
    value = data.pop(name, None)
    if value is None:
        return None
    try:
        if len(value) == 31 and value[16] == value[25] == " ":
            # The usual form, as the ISO 8601 that datetime reads: four times faster.
            return datetime.fromisoformat(
                f"{value[12:16]}-{_MONTHS[value[7:12]]}-{value[5:7]}"
                f"T{value[17:25]}{value[26:]}"
            )
    except (KeyError, TypeError, ValueError):
        pass  # another form, or none
    return _rfc_2822_any(data, name, value)


def _rfc_2822_any(data: dict[str, Any], name: str, value: object) -> datetime | None:
    from email.utils import parsedate_to_datetime

    if isinstance(value, str):
        with suppress(OverflowError, ValueError):
            date = parsedate_to_datetime(value)
            if date.tzinfo is not None:
                return date
    _unreadable(data, name, value, "a date as in RFC 2822")
    return None


def _unreadable(data: dict[str, Any], name: str, value: object, kind: str) -> None:
    data[name] = value
    warnings.warn(
        UnreadableField(f"{name} is not {kind}: see extra[{name!r}]"),
        stacklevel=outside(),
    )
