"""Checks that the rules of a description are made of."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["among", "is_integer", "is_number", "is_uri", "pattern"]

pattern = cache(re.compile)
"""A compiled regular expression; compiled once, at its first use."""


def is_integer(value: object) -> bool:
    """JSON Schema 2020-12 §4.2.3: 1.0 is an integer; true is not."""
    kind = value.__class__
    return kind is int or (
        isinstance(value, float) and value.is_integer()
        if kind is not bool
        else False
    )


def is_number(value: object) -> bool:
    """JSON Schema 2020-12 §4.2.1: any finite number; true is not one."""
    if isinstance(value, float):
        return value - value == 0
    return isinstance(value, int) and not isinstance(value, bool)


def among(value: object, allowed: tuple[object, ...]) -> bool:
    """Whether `value` is in `allowed`, by JSON's equality: true is not 1."""
    truth = isinstance(value, bool)
    return any(value == one and truth == isinstance(one, bool) for one in allowed)


_CHARACTER = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
_AUTHORITY = (
    r"//(?:(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*@)?"
    r"(?:\[[0-9A-Fa-fVv:.]+\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)"
    r"(?::[0-9]*)?"
)
_URI_REFERENCE = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?(?:{_AUTHORITY}(?=[/?#]|\Z)(?:/{_CHARACTER}*)*"
    rf"|/(?!/)(?:{_CHARACTER}|/)*|(?!/){_CHARACTER}(?:{_CHARACTER}|/)*)?"
    rf"(?:\?(?:{_CHARACTER}|[/?])*)?(?:\#(?:{_CHARACTER}|[/?])*)?\Z"
)


def is_uri(value: str) -> bool:
    """RFC 3986 §4.1: a URI or a relative reference.

    Descriptions write ``uri`` for both, so that a relative one is no mistake.
    """
    if _URI_REFERENCE.match(value) is None:
        return False
    before, colon, _ = value.partition(":")
    # §4.2: without a scheme, the first segment has no colon.
    return not colon or any(c in before for c in "/?#") or _is_scheme(before)


def _is_scheme(text: str) -> bool:
    return pattern(r"[A-Za-z][A-Za-z0-9+.\-]*\Z").match(text) is not None
