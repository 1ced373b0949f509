"""The table of formats: which Python type stands for a string of each.

A row says what a response's text becomes, and by which function of the runtime, and
what makes a text of it again; a request takes that type or the text itself. The
configuration adds and changes rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .plan import Import

__all__ = ["FORMATS", "Format", "Formats", "with_formats"]

_DECODERS = ".._support.decoders"


@dataclass(frozen=True, slots=True)
class Format:
    """A Python type for strings of a format: what it is called, reads and writes it.

    `reader` is a function of the runtime; None where the type itself is called with the
    text, as those of the configuration are. `writer` makes a text of a value again;
    None where `plain` does, or `str` of what the type itself read.
    """

    type: Import | None
    reader: Import | None
    writer: Import | None = None

    @property
    def name(self) -> str:
        """The type, as an annotation spells it."""
        return self.type.spelled if self.type else "bytes"


def _row(module: str, name: str, reader: str) -> Format:
    return Format(Import(module, name), Import(_DECODERS, reader))


_BASE64 = Format(
    None,
    Import(_DECODERS, "as_bytes"),
    # Bytes that are base64 wherever they stand, as in a form, which has others too.
    Import(".._support.encoding", "base64_text"),
)

FORMATS: Mapping[str, Format] = {
    # A field may be called `date`, and would hide it.
    "date": Format(Import("datetime", "date", "Date"), Import(_DECODERS, "as_date")),
    "date-time": _row("datetime", "datetime", "as_datetime"),
    "date-time-rfc-2822": Format(
        Import("datetime", "datetime"),
        Import(_DECODERS, "as_rfc_2822"),
        Import(".._support.encoding", "rfc_2822_text"),
    ),
    "uuid": _row("uuid", "UUID", "as_uuid"),
    "byte": _BASE64,
    "base64": _BASE64,
    "decimal": _row("decimal", "Decimal", "as_decimal"),
}
"""Every other format is text: `str`."""

Formats = Mapping[str, Format]


def with_formats(configured: Iterable[tuple[str, str]]) -> Formats:
    """The table with the rows of a configuration: format, ``module:name``."""
    more = {}
    for name, path in configured:
        module, _, type_ = path.partition(":")
        more[name] = Format(Import(module, type_), None)
    return {**FORMATS, **more}
