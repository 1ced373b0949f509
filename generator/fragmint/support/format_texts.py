"""Identifiers, pointers and base64, as they have to be written."""

from __future__ import annotations

from .format_checks import Check, at_first
from .formats import patterns

_WHOLE: dict[str, str] = {}
__getattr__ = at_first(globals(), _WHOLE)

valid_uuid: Check
_WHOLE["valid_uuid"] = (
    "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"  # RFC 4122
)

_POINTER = "(?:/(?:[^~/]|~[01])*)*"
valid_json_pointer: Check
_WHOLE["valid_json_pointer"] = _POINTER  # RFC 6901 §3
valid_relative_json_pointer: Check
_WHOLE["valid_relative_json_pointer"] = (
    rf"(?:0|[1-9][0-9]*)(?:[+-](?:0|[1-9][0-9]*))?(?:\#|{_POINTER})"
)


def valid_base64(value: str) -> bool:
    """RFC 4648 §4: padded."""
    return len(value) % 4 == 0 and _is_base64(value, "+/")


def valid_base64url(value: str) -> bool:
    """RFC 4648 §5: padded or not."""
    rest = len(value) % 4
    return (rest == 0 or (rest != 1 and value[-1] != "=")) and _is_base64(value, "_-")


def valid_base64_of_any_kind(value: str) -> bool:
    """By either alphabet, padded or not: what bytes can be read of."""
    return len(value.rstrip("=")) % 4 != 1 and _is_base64(value, "+/_-")


def _is_base64(value: str, more: str) -> bool:
    return patterns[f"[A-Za-z0-9{more}]*={{0,2}}"].fullmatch(value) is not None


def valid_char(value: str) -> bool:
    """One character."""
    return len(value) == 1
