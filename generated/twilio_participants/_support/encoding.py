"""Values to the text that goes over the wire."""

from __future__ import annotations

import re
from codecs import charmap_encode
from collections.abc import Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote, quote_plus, urlencode

__all__ = ["Unwritable", "form", "is_segment", "is_writable", "segment"]

# How a form writes each ASCII character (URL Standard §5.1). A codec by this table is
# the quickest percent-encoding that Python has; urllib.parse goes byte by byte.
_WRITTEN: Any = {code: quote_plus(chr(code)).encode() for code in range(128)}
_SURROGATE = re.compile("[\ud800-\udfff]")


# The names of a description, as a form writes them; each is encoded once.
_KEYS: dict[str, str] = {}


class Unwritable(ValueError):
    """A text that UTF-8 cannot write."""


def form(fields: Mapping[str, Any]) -> bytes:
    """`fields` as application/x-www-form-urlencoded; a list repeats its key.

    Raises:
        Unwritable: a text has a lone surrogate, which UTF-8 cannot write.
    """
    try:
        return _ascii_form(fields)
    except UnicodeEncodeError:
        pass  # there is more than ASCII in it
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        items: list[Any] = [*value] if isinstance(value, (list, tuple)) else [value]
        if not is_writable(items):
            raise Unwritable
        pairs += [(name, _text(item)) for item in items]
    return urlencode(pairs).encode()


def _ascii_form(fields: Mapping[str, Any]) -> bytes:
    pairs: list[str] = []
    for name, value in fields.items():
        try:
            key = _KEYS[name]
        except KeyError:
            key = _KEYS[name] = quote_plus(name) + "="
        if type(value) is str:
            # A letter beyond ASCII is found below, when the whole is encoded.
            if not value.isalnum():
                value = charmap_encode(value, None, _WRITTEN)[0].decode()
            pairs.append(f"{key}{value}")
        elif type(value) is bool:
            pairs.append(f"{key}true" if value else f"{key}false")
        elif type(value) is int:
            pairs.append(f"{key}{value}")
        elif isinstance(value, (list, tuple)):
            for item in cast("Sequence[Any]", value):
                text = _text(item)
                pairs.append(f"{key}{text if text.isalnum() else _escaped(text)}")
        else:
            pairs.append(f"{key}{_escaped(_text(value))}")
    return "&".join(pairs).encode("ascii")


def _escaped(text: str) -> str:
    return charmap_encode(text, None, _WRITTEN)[0].decode()


def segment(value: object) -> str:
    """`value` as one segment of a path: nothing in it can end the segment."""
    text = value if isinstance(value, str) else _text(value)
    return text if text.isalnum() and text.isascii() else quote(text, safe="")


def is_segment(value: object) -> bool:
    """Whether `value` names a place below the path before it, and no other one.

    RFC 3986 §5.2.4 takes ``.`` and ``..`` for steps.
    """
    if isinstance(value, str) and value.isalnum():
        return True
    return value not in ("", ".", "..") and is_writable(value)


def is_writable(value: object) -> bool:
    """Whether UTF-8 can write `value`, or the items of it."""
    if isinstance(value, (list, tuple)):
        return all(map(is_writable, cast("Sequence[object]", value)))
    text = _text(value)
    return text.isascii() or _SURROGATE.search(text) is None


def _text(value: object) -> str:
    """A scalar as forms and paths write it: true, 5, text."""
    if type(value) is str:
        return value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Of an enumeration's member the value, not its name.
    if isinstance(value, str):
        return str.__str__(value)
    return int.__repr__(value) if isinstance(value, int) else str(value)
