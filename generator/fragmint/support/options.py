"""What is given as the options of a client, looked at before it is used."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from math import inf
from typing import Any, cast
from urllib.parse import urlsplit

from .auth import awaits
from .encoding import unsendable
from .http import HttpRequest, Timeout, shown
from .receiving import Limits
from .retries import Retries
from .tasks import is_async


def as_base_url(base_url: Any) -> str:
    """`base_url` without a closing slash.

    Raises:
        TypeError, ValueError: It is not the URL of an HTTP server. So do all here.
    """
    if not isinstance(base_url, str):
        raise TypeError(f"base_url must be a text, not {type(base_url).__name__}")
    if "@" in base_url:
        raise ValueError("base_url must not hold credentials: give them as auth")
    hint = "write it like https://api.example.com, with no query and no fragment"
    why = f"base_url, which leads to {shown(base_url)!r}, cannot be called: {hint}"
    try:
        parts = urlsplit(base_url)
        fits = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # an unclosed bracket, a port that is none
        fits = False
    if not fits or re.search(r"[\s?#]", base_url):
        raise ValueError(why)
    return base_url.rstrip("/")


def as_timeout(given: Any) -> Timeout:
    """A `Timeout`, of which a number is the total.

    Raises:
        TypeError, ValueError: It is none.
    """
    if given is None:
        without_end = "Timeout(connect=None, read=None, total=None)"
        raise TypeError(f"timeout must not be None: without end is {without_end}")
    made = given if isinstance(given, Timeout) else Timeout(total=given)
    if made.streamed:  # which only `stream` says
        made = replace(made, streamed=False)
    for name in ("connect", "read", "total"):
        seconds = getattr(made, name)
        if seconds is not None:
            _number(f"timeout: {name}", seconds)
            if seconds == 0:
                raise ValueError(f"timeout: {name} must be above 0")
    return made


def as_headers(given: Any) -> dict[str, str]:
    """Headers that can be sent; the error tells no value."""
    if not isinstance(given, Mapping):
        kind = type(given).__name__
        raise TypeError(f'headers must be like {{"X-Team": "blue"}}, not {kind}')
    headers = dict(cast("Mapping[str, str]", given))
    why = unsendable(headers)
    if why is not None:
        raise ValueError(f"headers: {why}")
    return headers


def as_retries(given: Any) -> Retries:
    """A `Retries`, of which a number says how often."""
    made = given if isinstance(given, Retries) else Retries(times=given)
    for name in ("times", "first", "longest"):
        _number(f"retries: {name}", getattr(made, name))
    statuses: Any = made.statuses
    if isinstance(statuses, (str, bytes)) or not isinstance(statuses, Collection):
        raise TypeError(
            f"retries: statuses must be a set such as {{503}}, not {statuses!r}"
        )
    for status in made.statuses:
        _number("retries: statuses: each", status)
    return made


def as_limits(given: Any) -> Limits:
    """A `Limits`."""
    if not isinstance(given, Limits):
        raise TypeError(f"limits must be Limits(…), not {given!r}")
    for name in ("received", "decompressed", "item"):
        if getattr(given, name) is not None:
            _number(f"limits: {name}", getattr(given, name), most=inf)
    return given


def as_names(given: Any) -> frozenset[str]:
    """Names, which are more than the letters of one."""
    if isinstance(given, str) or not isinstance(given, Collection):
        raise TypeError(f"masked must be a list of names, such as [{str(given)!r}]")
    return frozenset(cast("Collection[str]", given))


def as_outgoing(given: Any) -> HttpRequest:
    """A request as it goes out."""
    if not isinstance(given, HttpRequest):
        such = "an HttpRequest, such as client.prepare(…) returns"
        raise TypeError(f"outgoing must be {such}, not {type(given)}")
    return given


def as_function(name: str, given: object) -> None:
    """See that it is a function that nothing has to await, or None."""
    if given is not None and not callable(given):
        raise TypeError(f"{name} must be a function, not a {type(given).__name__}")
    if is_async(given) or awaits(given):
        raise TypeError(
            f"{name} must be a plain function, with AsyncClient too, as nothing awaits"
            " it: write def, and begin in it what takes time, by asyncio.create_task"
        )


_MOST = 1e9
"""Seconds, thirty years: what waits in the system cannot be told much more."""


def _number(name: str, value: object, most: float = _MOST) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError(f"{name} must be a number, not {value!r}")
    if not 0 <= value <= most:
        raise ValueError(f"{name} must be from 0 to {most:g}, not {value!r}")
