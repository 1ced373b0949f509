"""Values to the bytes of a body.

What is not said of a field, its kind decides (OAS 3.2 §4.15.1): text is ``text/plain``,
an object ``application/json``, bytes are ``application/octet-stream``, and a list is a
field for each of its items. None is left out.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from dataclasses import field
from io import TextIOBase
from os import urandom
from types import MappingProxyType
from typing import Any, TypeGuard

from .encoding import (
    Unwritable,
    form,
    is_bytes,
    is_compound,
    is_header,
    is_header_name,
    is_writable,
    segment,
    text,
)
from .formats import is_list
from .http import is_json
from .json_bodies import Held, in_json
from .models import model
from .styles import Part, Style, escaper, pairs, verbatim
from .uploads import Source, Upload, is_source, whole

_NONE: Mapping[str, Any] = MappingProxyType({})


_PLAIN = Part()


@model
class File(Held):
    """A file to upload.

    Left out, `content_type` is what the description says, else
    ``application/octet-stream``, and `filename` the name of the field, because many
    servers take a part without one for a text. `headers` go along with it.

    A `content` that is a file, open in binary mode, or yields bytes is sent as it is
    read, once; where it is to stand in JSON or in a form that is no multipart, it is
    read whole. Only an `AsyncClient` over httpx2 can send what is to be awaited.
    """

    content: bytes | Iterable[bytes] | AsyncIterable[bytes]
    filename: str | None = None
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)

    def __repr__(self) -> str:
        content = self.content
        size = f"{len(content)} bytes" if isinstance(content, bytes) else "a stream"
        return f"<File {self.filename!r}, {size}>"

    def __bytes__(self) -> bytes:
        content = self.content
        return whole(content) if is_source(content) else raw_body(content)


def is_binary(value: object) -> TypeGuard[File | bytes | bytearray | memoryview | str]:
    """Whether `value` can be sent as bytes; a text is, in UTF-8.

    A file that is open as text cannot be, also as the content of a `File`.
    """
    if isinstance(value, File):
        return not isinstance(value.content, TextIOBase)
    return isinstance(value, (bytes, bytearray, memoryview, str))


def raw_body(value: object, name: str = "") -> bytes:
    """`value` of the field `name` as it is; a text in UTF-8.

    Raises:
        Unwritable: the text has a lone surrogate, or it is something else.
    """
    if not is_binary(value):  # bytes(5) would be five zeros
        raise Unwritable(name, limit="bytes")
    if isinstance(value, str):
        return _encoded(name, value)
    return bytes(value)


def file_body(value: object, media_type: str) -> tuple[bytes | Upload, str]:
    """`value` as it is, and its content type: a file's own before `media_type`.

    Raises:
        Unwritable: as `raw_body`; or the content type could add another header.
    """
    own = value.content_type if isinstance(value, File) else None
    if own is not None and not (is_writable(own) and is_header(own)):
        raise Unwritable("", "header", None)
    content = value.content if isinstance(value, File) else value
    if is_source(content):
        return Upload((content,)), own or media_type
    return raw_body(content), own or media_type


def form_body(
    values: Mapping[str, Any], encodings: Mapping[str, Part] = _NONE
) -> bytes:
    """`values` as application/x-www-form-urlencoded (OAS 3.2 §4.15.3).

    Of a file, it has the content alone.

    Raises:
        Unwritable: a text has a lone surrogate, or there are no fields.
    """
    given: Any = values
    if not isinstance(given, Mapping):
        raise Unwritable(limit="fields")
    pieces = [
        (
            _styled(name, value, part.style)
            if (part := encodings.get(name, _PLAIN)).style is not None
            else form({name: _fields(value, part)})
        )
        for name, value in values.items()
    ]
    return b"&".join(filter(None, pieces))


def _items(value: Any) -> list[Any]:
    items = value if is_list(value) else (value,)
    return [item for item in items if item is not None]


def _fields(value: Any, part: Part) -> list[str | bytes]:
    return [
        bytes(one) if is_bytes(one) or isinstance(one, File) else _field(one, part)
        for one in _items(value)
    ]


def _field(value: Any, part: Part) -> str:
    if is_json(part.content_type or "") or is_compound(value):
        return in_json(value)
    return text(value)


def _styled(name: str, value: Any, style: Style) -> bytes:
    escape = escaper(style.reserved, "#&")
    try:
        written = pairs(name, value, style, escape, segment)
    except UnicodeEncodeError:
        pass  # not in the handler: the error there has the value
    else:
        return "&".join(f"{key}={one}" for key, one in written).encode()
    raise Unwritable(name)


def multipart_body(
    values: Mapping[str, Any] | Sequence[Any],
    encodings: Mapping[str, Part] = _NONE,
    media_type: str = "multipart/form-data",
) -> tuple[bytes | Upload, str]:
    """`values` as a multipart body (RFC 7578), and its content type.

    A sequence has parts without names, as multipart types but form-data do; their
    encoding stands under "". The same values make the same bytes: the boundary is made
    of them, and is in none of them. That of what is sent as it is read is random.

    Raises:
        Unwritable: a text has a lone surrogate, or a header of a part a line break or a
            name that is none.
    """
    parts: list[tuple[bytes, bytes | Source]] = []
    if isinstance(values, Mapping):
        for name, value in values.items():
            parts += _parts(name, value, encodings.get(name, _PLAIN))
    else:
        alike = encodings.get("", _PLAIN)
        parts += [_part("", value, alike, named=False) for value in _items(values)]
    known = [head + data for head, data in parts if isinstance(data, bytes)]
    boundary = _boundary(known) if len(known) == len(parts) else urandom(32).hex()
    content_type = f"{media_type}; boundary={boundary}"
    line = b"--" + boundary.encode()
    if len(known) == len(parts):
        body = b"".join(line + b"\r\n" + part + b"\r\n" for part in known)
        return body + line + b"--\r\n", content_type
    pieces: list[bytes | Source] = []
    for head, data in parts:
        pieces += (line + b"\r\n" + head, data, b"\r\n")
    return Upload((*pieces, line + b"--\r\n")), content_type


def _parts(name: str, value: Any, part: Part) -> list[tuple[bytes, bytes | Source]]:
    if part.style is None:
        return [_part(name, item, part) for item in _items(value)]
    # Nothing is percent-encoded here, whatever the style (OAS 3.2 §4.15.1.2).
    written = pairs(name, value, part.style, verbatim, verbatim)
    return [_part(key, one, _PLAIN) for key, one in written]


def _part(
    name: str, value: Any, part: Part, *, named: bool = True
) -> tuple[bytes, bytes | Source]:
    """The headers of a part, and what stands below them."""
    data: bytes | Source
    if is_bytes(value):
        value = File(content=bytes(value))
    if isinstance(value, File):
        data, given = value.content, value.headers
        data = data if is_source(data) else raw_body(data, name)
        filename = name if value.filename is None else value.filename
        kind = value.content_type or part.content_type or "application/octet-stream"
    else:
        data, given, filename = _encoded(name, _field(value, part)), _NONE, ""
        # Without one it is text/plain (RFC 7578 §4.4), and browsers give none.
        compound = is_compound(value)
        kind = part.content_type or ("application/json" if compound else "")
    lines: list[str] = []
    if named:
        said = f'form-data; name="{_quoted(name)}"'
        said += f'; filename="{_quoted(filename)}"' if filename else ""
        lines.append(f"Content-Disposition: {said}")
    if kind:
        lines.append(f"Content-Type: {kind}")
    headers = {**part.headers, **given}
    if not all(map(is_header_name, headers)):
        raise Unwritable(name, "header", "name")
    lines += [
        f"{header}: {text(one)}"
        for header, one in headers.items()
        if header.lower() not in ("content-disposition", "content-type")
    ]
    head = "".join(f"{line}\r\n" for line in lines) + "\r\n"
    if is_writable(head) and not all(map(is_header, lines)):
        raise Unwritable(name, "header", None)
    return _encoded(name, head), data


def _encoded(name: str, written: str) -> bytes:
    if not is_writable(written):
        raise Unwritable(name)
    return written.encode()


def _quoted(name: str) -> str:
    """`name` in quotes, as browsers have it: HTML Standard §4.10.21.8."""
    return re.sub('["\r\n]', lambda found: _QUOTED[found[0]], name)


_QUOTED = {'"': "%22", "\r": "%0D", "\n": "%0A"}


def _boundary(parts: Sequence[bytes]) -> str:
    from hashlib import sha256

    boundary = sha256(b"\0".join(parts)).hexdigest()
    while any(boundary.encode() in part for part in parts):
        boundary = sha256(boundary.encode()).hexdigest()
    return boundary
