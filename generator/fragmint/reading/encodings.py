"""Bytes -> text: UTF-8, and what else is met."""

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
    """The text of a file, without its byte order mark.

    Args:
        content: Its bytes, in UTF-8, or in UTF-16 or UTF-32 with a mark. A byte that
            has no meaning there is taken for one of Windows-1252.
    """
    mark = next((mark for mark in _MARKS if content.startswith(mark)), b"")
    encoding = _MARKS.get(mark, "utf-8")
    content = content.removeprefix(mark)
    if encoding != "utf-8":
        return content.decode(encoding, errors="replace"), []
    try:
        return content.decode(), []
    except UnicodeDecodeError:
        text = content.decode(errors="surrogateescape")
    hint = "save the file as UTF-8"
    first = _LONE_BYTE.search(text)
    stretch = first.span() if first else (0, 0)
    fault = Fault("bad-encoding", "this is not UTF-8", stretch, hint, fatal=False)
    return _LONE_BYTE.sub(_windows, text), [fault]


def _windows(byte: re.Match[str]) -> str:
    return bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", errors="replace")
