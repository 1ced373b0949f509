"""Values to the text that goes over the wire."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, quote_plus

__all__ = ["form", "segment"]

# How each ASCII character is written in a form (URL Standard §5.1); made once, since
# urllib.parse takes most of the time that an encoded request costs.
_WRITTEN = {chr(code): quote_plus(chr(code)) for code in range(128)}
_written = _WRITTEN.__getitem__


def _encoded(text: str) -> str:
    if text.isascii():
        return text if text.isalnum() else "".join(map(_written, text))
    return quote_plus(text)


def _text(value: object) -> str:
    """A scalar as forms and paths write it: true, 5, text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def form(fields: Mapping[str, object]) -> bytes:
    """`fields` as application/x-www-form-urlencoded; a list repeats its key."""
    pairs: list[str] = []
    for name, value in fields.items():
        kind = value.__class__
        if kind is str:
            pairs.append(f"{_encoded(name)}={_encoded(value)}")  # type: ignore[arg-type]  # by kind
        elif kind is list or kind is tuple:
            key = _encoded(name)
            pairs += [f"{key}={_encoded(_text(item))}" for item in value]  # type: ignore[attr-defined]
        else:
            pairs.append(f"{_encoded(name)}={_encoded(_text(value))}")
    return "&".join(pairs).encode("ascii")


def segment(value: object) -> str:
    """`value` as one segment of a path: nothing in it can end the segment."""
    return quote(_text(value), safe="")
