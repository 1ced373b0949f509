"""A response as it comes in: its head and its body (RFC 9112 §4 to §7)."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..http import add_header

_LINE = 64 * 1024
_HEAD = 256 * 1024
_FIELDS = 256
_INTERIM = 16
_STATUS = re.compile(rb"HTTP/1\.([01]) ([1-9][0-9]{2})(?: [^\r\n]*)?\r?\n")
_LINE_ENDS = re.compile(rb"\n")
_HEAD_ENDS = re.compile(rb"\n\r?\n")
_CONTROL = bytes({*range(32), 127} - {*b"\t\n"})
"""What is in no field (RFC 9110 §5.5), once lines end in LF alone."""
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_LENGTH = re.compile(r"[0-9]{1,18}")
_CHUNKED = re.compile("chunked", re.ASCII | re.IGNORECASE)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r\n")
_NOT_HTTP = "what came is not HTTP"
_NO_CHUNKS = "its body is not in chunks as it says"
_TOO_LONG = "a header is too long"
_TOO_MANY = "there are too many headers"
_NOTHING = "it ended without response"
_TOO_SOON = "it ended before the response did"


class Broken(Exception):
    """Why a connection is of no more use, in words that tell no secret."""


class Late(Broken):
    """The time is over."""


class Reply:
    """The response in what `receive` brings: bytes as they come, none at the end.

    After `begin`, `status` and `headers` are there: by names in lower case, those that
    come more than once as one list. `left` is how much of the body is to come, or of
    its chunk if it is `chunked`; None if the end of the connection is its end. It is
    `silent` as long as nothing at all has come.
    """

    status: int
    headers: dict[str, str]

    def __init__(self, receive: Callable[[], bytes], method: str) -> None:
        self._receive = receive
        self._method = method
        self._came = b""
        self._at = 0  # what is before it has been read
        self._chunks = 0
        self._last = False
        self.silent = True
        self.chunked = False
        self.left: int | None = None

    @property
    def ended(self) -> bool:
        """Whether the whole body has been read."""
        return self.left == 0 and not self.chunked

    @property
    def goes_on(self) -> bool:
        """Whether the connection can bring another response, if this one has ended."""
        return not self._last and self._at == len(self._came)

    def begin(self) -> None:
        """Read the status and the headers.

        Raises:
            Broken: They have no end, or it is no response.
        """
        version = self._head()
        interim = 0
        while 100 <= self.status < 200 and self.status != 101:
            interim += 1  # (RFC 9110 §15.2)
            if interim > _INTERIM:
                raise Broken(_NOT_HTTP)
            version = self._head()
        headers = self.headers
        length = headers.get("content-length")
        coding = headers.get("transfer-encoding")
        if coding is not None and not _CHUNKED.fullmatch(coding):
            raise Broken("its Transfer-Encoding is not understood")
        if coding is None and length is not None and not _LENGTH.fullmatch(length):
            raise Broken("its Content-Length is no length")
        if self._method == "HEAD" or self.status in (101, 204, 304):
            self.left = 0
        elif coding is not None:
            self.chunked, self.left = True, 0
        else:
            self.left = None if length is None else int(length)
        wish = headers.get("connection", "").lower()
        self._last = (
            ("close" in wish if version == b"1" else wish != "keep-alive")
            or self.left is None
            or self.status == 101
            # §6.1, §6.3: it may be forged.
            or (coding is not None and (length is not None or version == b"0"))
        )

    def more(self) -> bytes:
        """The next bytes of the body as they arrive; none at its end.

        Raises:
            Broken: It ends before its end, or is not in chunks as it says.
        """
        if self.chunked and not self.left:
            self._next_chunk()
        if self.left == 0:
            return b""
        if self._at == len(self._came) and not self._fill():
            if self.left is not None:
                raise Broken(_TOO_SOON)
            self.left = 0
            return b""
        begin, end = self._at, len(self._came)
        if self.left is not None:
            end = min(end, begin + self.left)
            self.left -= end - begin
        self._at = end
        return self._came[begin:end]

    def _head(self) -> bytes:
        """Read a status and the headers; returns the minor version."""
        start = _STATUS.fullmatch(self._upto(_LINE_ENDS, _LINE))
        if start is None:
            raise Broken(_NOT_HTTP)
        self.status = int(start[2])
        self.headers = self._fields()
        return start[1]

    def _fields(self) -> dict[str, str]:
        """Read the headers, or the trailer, behind the line that was read.

        One that is odd is no small matter: it may say where the body ends.
        """
        self._at -= 1  # the end of that line is the end of all, if there are none
        raw = self._upto(_HEAD_ENDS, _HEAD).replace(b"\r\n", b"\n")
        if len(raw.translate(None, _CONTROL)) < len(raw):
            raise Broken(_NOT_HTTP)
        return _fields(raw[1:-2])  # without what ends it, and the line before

    def _next_chunk(self) -> None:
        """Read what is before the next chunk, and, behind the last one, the trailer."""
        if self._chunks and self._line() != b"\r\n":
            raise Broken(_NO_CHUNKS)
        self._chunks += 1
        found = _CHUNK.fullmatch(self._line())
        if found is None:
            raise Broken(_NO_CHUNKS)
        self.left = int(found[1], 16)
        if self.left:
            return
        self.chunked = False
        self._fields()

    def _line(self) -> bytes:
        return self._upto(_LINE_ENDS, _LINE)

    def _upto(self, ends: re.Pattern[bytes], most: int) -> bytes:
        """Read to where `ends` is, and that."""
        if self._at == len(self._came) and not self._fill():
            raise Broken(_NOTHING if self.silent else _TOO_SOON)
        found = ends.search(self._came, self._at)
        if found is None:
            came = bytearray(self._came[self._at :])
            lines = came.count(b"\n")
            while found is None:
                if len(came) > most:
                    raise Broken(_TOO_LONG)
                if lines > _FIELDS:
                    raise Broken(_TOO_MANY)
                more = self._receive()
                if not more:
                    raise Broken(_TOO_SOON)
                lines += more.count(b"\n")
                searched = max(0, len(came) - 2)  # each byte a few times, if it drips
                came += more
                found = ends.search(came, searched)
            self._came, self._at = bytes(came), 0
        begin, self._at = self._at, found.end()
        return self._came[begin : self._at]

    def _fill(self) -> bool:
        """Have more, when all that came has been read; returns whether there is."""
        more = self._receive()
        if more:
            self._came, self._at, self.silent = more, 0, False
        return bool(more)


def _fields(raw: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    lines = _lines(raw) if raw else []
    if len(lines) >= _FIELDS:
        raise Broken(_TOO_MANY)
    for line in lines:
        said, colon, value = line.partition(":")
        if colon and _NAME.fullmatch(said):
            name, value = said.lower(), value.strip(" \t")
            add_header(fields, name, value)
        elif name and line[0] in " \t":  # an older way to go on (RFC 9112 §5.2)
            fields[name] = f"{fields[name]} {line.strip()}"
        else:
            raise Broken(_NOT_HTTP)
    return fields


def _lines(raw: bytes) -> list[str]:
    try:
        return raw.decode().split("\n")
    except UnicodeDecodeError:
        return [_text(line) for line in raw.split(b"\n")]


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")
