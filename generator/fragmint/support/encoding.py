"""Values to the text that goes over the wire."""

from __future__ import annotations

import json
import re
from binascii import b2a_base64
from codecs import charmap_encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeGuard, cast
from urllib.parse import quote, quote_plus

# How a form writes each ASCII character (URL Standard §5.1). A codec by this table is
# the quickest percent-encoding that Python has; urllib.parse goes byte by byte.
_WRITTEN: Any = {code: quote_plus(chr(code)).encode() for code in range(128)}
_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_BARRED = re.compile("[\0-\b\n-\x1f\x7f\ud800-\udfff]")


# Names of fields, as a form writes them; each is encoded once.
_KEYS: dict[str, str] = {}


class Unwritable(ValueError):
    """A value that cannot be written where it is to go.

    `name` is the wire name of the field, "" if it is none; `rule` says what the place
    demands: ``encoding`` by `limit`, or to be a ``segment``, a ``header``, a
    ``cookie``, or ``names`` that are strings. The value itself is not here: it can be
    secret.
    """

    def __init__(
        self, name: str = "", rule: str = "encoding", limit: object = "UTF-8"
    ) -> None:
        super().__init__(name, rule, limit)
        self.name = name
        self.rule = rule
        self.limit = limit


def form(fields: Mapping[str, Any]) -> bytes:
    """`fields` as application/x-www-form-urlencoded; a list repeats its key.

    None is left out, what is no scalar goes as JSON text, and bytes as they are.

    Raises:
        Unwritable: a text has a lone surrogate, which UTF-8 cannot write.
    """
    pairs: list[str] = []
    add = pairs.append
    name = ""
    try:
        for name, value in fields.items():
            key = _KEYS.get(name) or _key(name)
            if type(value) is str and value.isascii():
                if not value.isalnum():
                    value = charmap_encode(value, None, _WRITTEN)[0].decode()
                add(f"{key}{value}")
            elif isinstance(value, (list, tuple)):
                for one in cast("Sequence[Any]", value):
                    if one is not None:
                        add(f"{key}{_escaped(one)}")
            elif value is not None:
                add(f"{key}{_escaped(value)}")
    except UnicodeEncodeError:
        pass  # not in the handler: the error there has the value
    else:
        return "&".join(pairs).encode("ascii")
    raise Unwritable(name)


def _key(name: str) -> str:
    key = quote_plus(name) + "="
    if len(_KEYS) < 10_000:  # names can come from the caller, without end
        _KEYS[name] = key
    return key


def _escaped(value: object) -> str:
    if is_bytes(value):
        return quote_plus(bytes(value))
    plain = text(value)
    return plain if plain.isascii() and plain.isalnum() else quote_plus(plain)


def segment(value: object) -> str:
    """`value` as one segment of a path: nothing in it can end the segment."""
    plain = value if type(value) is str else text(value)
    # Of bytes, to ask this takes a third of the time.
    simple = plain.isascii() and plain.encode().isalnum()
    return plain if simple else quote(plain, safe="")


def is_segment(value: object) -> bool:
    """Whether `value` names a place below the path before it, and no other one.

    RFC 3986 §5.2.4 takes ``.`` and ``..`` for steps.
    """
    if value in ("", ".", ".."):
        return False
    return (isinstance(value, str) and value.isascii()) or is_writable(value)


def is_writable(value: object) -> bool:
    """Whether UTF-8 can write `value`, or the items of it."""
    if isinstance(value, (list, tuple)):
        return all(map(is_writable, cast("Sequence[object]", value)))
    try:
        plain = text(value)
    except Unwritable:
        return False
    return plain.isascii() or _SURROGATE.search(plain) is None


def is_compound(value: object) -> bool:
    """Whether `value` is JSON's array or object, and so no scalar."""
    return isinstance(value, (dict, list, tuple))


def is_bytes(value: object) -> TypeGuard[bytes | bytearray | memoryview]:
    """Whether `value` is bytes, of whatever type."""
    return isinstance(value, (bytes, bytearray, memoryview))


def base64_text(value: bytes | bytearray | memoryview) -> str:
    """Bytes where only text can stand (RFC 4648 §4)."""
    return b2a_base64(value, newline=False).decode("ascii")


def is_header(value: str) -> bool:
    """Whether `value` can stand in a header, and add nothing beside it.

    RFC 9110 §5.5 bars the control characters but for the tab: a line break would
    begin another header. What is beyond ASCII goes out as UTF-8.
    """
    return _BARRED.search(value) is None


def is_header_name(name: str) -> bool:
    """Whether `name` can be that of a header (RFC 9110 §5.6.2)."""
    return _TOKEN.fullmatch(name) is not None


def unsendable(headers: Mapping[Any, Any]) -> str | None:
    """Why the first of `headers` that cannot be sent cannot; None if all can."""
    for name, value in headers.items():
        if not isinstance(name, str) or not is_header_name(name):
            return f"{name!r} is no name of a header, such as X-Team"
        if name.lower() == "transfer-encoding":
            return f"{name} is not to be given: how a body goes, the transport says"
        if not isinstance(value, str) or not is_header(value):
            return (
                f"the value of {name} is no text, or has a line break or other control"
                " character"
            )
    return None


def text(value: object) -> str:
    """A scalar as forms and paths write it: true, 5, text.

    A float that is whole is written as an integer, as JSON has them alike. What is no
    scalar is written as JSON, and bytes are base64.

    Raises:
        Unwritable: JSON has no such value.
    """
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
    if is_compound(value):
        return json_text(value)
    if is_bytes(value):
        return base64_text(value)
    if isinstance(value, Iterator):
        raise Unwritable(limit="JSON")
    return int.__repr__(value) if isinstance(value, int) else str(value)


def json_text(
    value: object,
    *,
    ascii_only: bool = False,
    default: Callable[[Any], str] | None = None,
) -> str:
    """`value` as JSON (RFC 8259), without spaces; `default` writes what is not plain.

    Raises:
        Unwritable: JSON has no such value: NaN, or something that is not plain.
    """
    try:
        return json.dumps(
            value,
            ensure_ascii=ascii_only,
            separators=(",", ":"),
            allow_nan=False,
            default=default,
        )
    except (TypeError, ValueError, RecursionError):
        pass  # not in the handler: the error there can tell the value
    raise Unwritable(limit="JSON")
