"""Values to JSON, and bytes in them to base64."""

from __future__ import annotations

from typing import Any, cast

from .encoding import Unwritable, base64_text, is_bytes, json_text


class Held:
    """What holds bytes, which ``bytes`` takes out: a `File`, if a package has it."""

    __slots__ = ()

    def __bytes__(self) -> bytes:
        raise NotImplementedError  # `File` has its own


def json_body(value: Any) -> bytes:
    """`value` as JSON (RFC 8259), in UTF-8; bytes and files in it are base64.

    Raises:
        Unwritable: something in it JSON or UTF-8 cannot write.
    """
    limit = "UTF-8"
    try:
        return in_json(value).encode()
    except Unwritable:
        limit = "JSON"
    except UnicodeEncodeError:
        pass
    raise Unwritable(_culprit(value), limit=limit)


def in_json(value: object) -> str:
    """The text of `json_body`."""
    return json_text(value, default=_base64)


def _base64(value: object) -> str:
    if isinstance(value, Held):
        value = bytes(value)
    if is_bytes(value):
        return base64_text(value)
    raise TypeError  # as `json` itself does


def _culprit(value: Any) -> str:
    """The name of the first property of `value` that cannot be written."""
    if isinstance(value, dict):
        for name, one in cast("dict[str, Any]", value).items():
            try:
                in_json({name: one}).encode()
            except ValueError:  # both are
                return name
    return ""
