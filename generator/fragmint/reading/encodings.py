r"""Bytes -> text: UTF-8, and what else is met, in lines that end with ``\n``."""

import codecs
import re

from fragmint.reading.faults import Fault

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""Byte order marks; that of UTF-32 begins as that of UTF-16 does."""

_LONE_BYTE = re.compile("[\udc80-\udcff]")


def decode(content: bytes) -> tuple[str, list[Fault]]:
    r"""The text of a file, without its byte order mark.

    Args:
        content: Its bytes, in UTF-8, or in UTF-16 or UTF-32 with a mark. A byte that
            has no meaning there is taken for one of Windows-1252; ``\r\n`` is one end
            of a line like any other.
    """
    text, encoding = _decoded(content)
    text = text.replace("\r\n", "\n")
    first = _LONE_BYTE.search(text)
    if encoding != "utf-8" or first is None:
        return text, []
    hint = "save the file as UTF-8"
    fault = Fault("bad-encoding", "this is not UTF-8", first.span(), hint, fatal=False)
    return _LONE_BYTE.sub(_windows, text), [fault]


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, with a surrogate for each byte that is none of UTF-8; the encoding."""
    mark = next((mark for mark in _MARKS if content.startswith(mark)), b"")
    encoding = _MARKS.get(mark, "utf-8")
    content = content.removeprefix(mark)
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    return content.decode(encoding, errors), encoding


def _windows(byte: re.Match[str]) -> str:
    return bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", errors="replace")
