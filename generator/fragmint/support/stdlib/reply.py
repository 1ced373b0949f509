"""How a response begins (RFC 9112 §4, §5), read in a tenth of the usual time."""

from __future__ import annotations

import re
from http.client import (
    BadStatusLine,
    HTTPException,
    HTTPResponse,
    IncompleteRead,
    LineTooLong,
    RemoteDisconnected,
)
from typing import Any

__all__ = ["Reply"]

_LINE = 65536
_FIELDS = 256
_STATUS = re.compile(rb"HTTP/1\.([01]) ([1-9][0-9]{2})(?: [^\r\n]*)?\r?\n")
_LENGTH = re.compile(r"[0-9]{1,18}")
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


class Reply(HTTPResponse):
    """A response whose headers are a dict, their names in lower case.

    The standard library reads headers as those of a mail, for which it takes longer
    than for all the rest. What is behind them is read as it does.
    """

    def __init__(self, sock: Any, method: str) -> None:
        super().__init__(sock, method=method)
        self._asked = method

    def begin(self) -> None:
        """Read on, to the end of the headers.

        Raises:
            OSError, HTTPException: There is no end, or it is no response.
        """
        self.msg: Any
        self.status, self.version = self._started()
        self.code = self.status
        fields = self._fields()
        self.msg = fields
        self.headers = self.msg  # http.client asks it as it would a dict
        codings = fields.get("transfer-encoding")
        self.chunked = codings is not None and codings.lower() == "chunked"
        self.chunk_left: Any = None
        self.length = self._announced(fields)
        wish = fields.get("connection", "").lower()
        self.will_close = (
            "close" in wish if self.version == 11 else wish != "keep-alive"
        )
        if not self.chunked and self.length is None:
            self.will_close = True

    def _started(self) -> tuple[int, int]:
        line = self._line()
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        found = _STATUS.fullmatch(line)
        if found is None:
            raise BadStatusLine("") if line.endswith(b"\n") else IncompleteRead(b"")
        return int(found[2]), 10 + int(found[1])

    def _announced(self, fields: dict[str, str]) -> int | None:
        """How long the body is, where that is known."""
        interim = 100 <= self.status < 200
        if interim or self.status in (204, 304) or self._asked == "HEAD":
            return 0
        length = fields.get("content-length")
        if self.chunked or length is None or not _LENGTH.fullmatch(length):
            return None
        return int(length)

    def _fields(self) -> dict[str, str]:
        """Those that come more than once are one list.

        One that is odd is no small matter: it may say where the body ends.
        """
        fields: dict[str, str] = {}
        name = ""
        for _ in range(_FIELDS):
            line = self._line()
            if line in (b"\r\n", b"\n"):
                return fields
            if not line.endswith(b"\n"):
                raise IncompleteRead(b"")
            value = _text(line)
            if name and line[0] in b" \t":  # an older way to go on (RFC 9112 §5.2)
                fields[name] = f"{fields[name]} {value.strip()}"
                continue
            said, colon, value = value.partition(":")
            if not colon or not _NAME.fullmatch(said):
                raise BadStatusLine("")
            name, value = said.lower(), value.strip(" \t\r\n")
            fields[name] = f"{fields[name]}, {value}" if name in fields else value
        raise HTTPException("too many headers")

    def _line(self) -> bytes:
        line: bytes = self.fp.readline(_LINE + 1)
        if len(line) > _LINE:
            raise LineTooLong("header")
        return line


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")
