"""The table of formats: what a value of each has to be, and which type stands for it.

A row says which function of the runtime tells whether a value is of the format, and
what a response's text becomes, by which function, and what makes a text of it again; a
request takes that type or the text itself. The configuration adds types and changes
them, and says what is asserted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ..meaning.rules import Assertion, Schema
from .names import Candidates, resolve, schema_candidates
from .plan import Import

__all__ = [
    "FORMATS",
    "LENIENT",
    "Asserted",
    "Format",
    "Formats",
    "PythonType",
    "as_configured",
    "exactly",
    "never",
    "with_formats",
]

_TYPED = ".._support.typed"
_ENCODING = ".._support.encoding"
_MAIL = ".._support.mail_dates"


@dataclass(frozen=True, slots=True)
class PythonType:
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


@dataclass(frozen=True, slots=True)
class Format:
    """What is known of a format.

    `check` is the function that tells whether a value of the JSON types `of` is right;
    values of other types always are. `python` stands for its strings, if not `str`.
    """

    check: Import
    of: tuple[str, ...] = ("string",)
    python: PythonType | None = None

    def function(self) -> Callable[[Any], object]:
        """The check itself, as this runtime of ours has it."""
        module = self.check.module.replace("_support", "support")
        found: Callable[[Any], object] = getattr(
            import_module(module, __package__), self.check.name
        )
        return found


def _row(check: str, *of: str, python: PythonType | None = None) -> Format:
    module, name = check.split(".")
    return Format(
        Import(f".._support.format_{module}", name), of or ("string",), python
    )


def _type(module: str, name: str, reader: str, alias: str = "") -> PythonType:
    return PythonType(Import(module, name, alias), Import(_TYPED, reader))


_BYTES = PythonType(
    None,
    Import(_TYPED, "as_bytes"),
    # Bytes that are base64 wherever they stand, as in a form, which has others too.
    Import(_ENCODING, "base64_text"),
)
_RFC_2822 = PythonType(
    Import("datetime", "datetime"),
    Import(_MAIL, "as_rfc_2822"),
    Import(_MAIL, "rfc_2822_text"),
)
# A field may be called `date`, and would hide it.
_DATE = _type("datetime", "date", "as_date", "Date")

FORMATS: Mapping[str, Format] = {
    "date": _row("times.valid_date", python=_DATE),
    "date-time": _row(
        "times.valid_date_time", python=_type("datetime", "datetime", "as_datetime")
    ),
    "date-time-rfc-2822": _row("times.valid_rfc_2822", python=_RFC_2822),
    "uuid": _row("texts.valid_uuid", python=_type("uuid", "UUID", "as_uuid")),
    "byte": _row("texts.valid_base64", python=_BYTES),
    "base64": _row("texts.valid_base64", python=_BYTES),
    "decimal": _row(
        "numbers.valid_decimal", python=_type("decimal", "Decimal", "as_decimal")
    ),
    "base64url": _row("texts.valid_base64url"),
    "char": _row("texts.valid_char"),
    "date-time-local": _row("times.valid_date_time_local"),
    "duration": _row("times.valid_duration"),
    "email": _row("names.valid_email"),
    "hostname": _row("names.valid_hostname"),
    "idn-email": _row("names.valid_idn_email"),
    "ipv4": _row("addresses.valid_ipv4"),
    "ipv6": _row("addresses.valid_ipv6"),
    "iri": _row("iris.valid_iri"),
    "iri-reference": _row("iris.valid_iri_reference"),
    "json-pointer": _row("texts.valid_json_pointer"),
    "regex": _row("regex.valid_regex"),
    "relative-json-pointer": _row("texts.valid_relative_json_pointer"),
    "time": _row("times.valid_time"),
    "time-local": _row("times.valid_time_local"),
    "uri": _row("uris.valid_uri"),
    "uri-reference": _row("uris.valid_uri_reference"),
    "uri-template": _row("iris.valid_uri_template"),
    "int8": _row("numbers.valid_int8", "number"),
    "int16": _row("numbers.valid_int16", "number"),
    "int32": _row("numbers.valid_int32", "number"),
    "int64": _row("numbers.valid_int64", "number", "string"),
    "uint8": _row("numbers.valid_uint8", "number"),
    "uint16": _row("numbers.valid_uint16", "number"),
    "uint32": _row("numbers.valid_uint32", "number"),
    "uint64": _row("numbers.valid_uint64", "number", "string"),
    "double-int": _row("numbers.valid_double_int", "number"),
    "float": _row("numbers.valid_float", "number"),
    "double": _row("numbers.valid_double", "number"),
}
"""Every other format is text, `str`, and asserts nothing."""

LENIENT: Mapping[str, Format] = {
    "uri": FORMATS["uri-reference"],
    "byte": _row("texts.valid_base64_of_any_kind"),
    "base64": _row("texts.valid_base64_of_any_kind"),
}
"""Rows that clients have in place of exact ones, unless they are asked for: what
descriptions say of a server that takes more."""

Formats = Mapping[str, PythonType]
Asserted = Callable[[Assertion, Schema], "Format | None"]
"""What the format that a rule of a schema names has to be; None: it asserts nothing."""


def with_formats(
    configured: Iterable[tuple[str, str]], taken: Collection[str] = ()
) -> Formats:
    """The types of the table and those of a configuration: format, ``module:name``.

    The latter are called as no class is whose name is `taken`; nor as a field or a
    function could be, which hides another thing of its name.
    """
    types = {name: row.python for name, row in FORMATS.items() if row.python}
    paths = dict(configured)
    spelled = resolve({path: _candidates(path) for path in paths.values()}, taken).names
    for name, path in paths.items():
        module, _, type_ = path.partition(":")
        alias = "" if spelled[path] == type_ else spelled[path]
        types[name] = PythonType(Import(module, type_, alias), None)
    return types


def _candidates(path: str) -> Candidates:
    module, _, name = path.partition(":")
    own = (name,) if name[0].isupper() or module == "builtins" else ()
    return (*own, *schema_candidates(f"{module}.{name}"))


def exactly(rule: Assertion, schema: Schema) -> Format | None:
    """Each format of the table, as its own specification has it."""
    return FORMATS.get(str(rule.limit))


def never(rule: Assertion, schema: Schema) -> Format | None:
    """No format at all."""
    return None


def as_configured(
    wanted: str | tuple[str, ...], types: Iterable[tuple[str, str]] = ()
) -> Asserted:
    """What a client asserts, by the option ``assert-formats``.

    Of a format that the configuration has another one of its `types` for, only the
    type knows what is right. And a value that a description lists is right, whatever
    the format says.
    """
    rows = {
        "default": {
            name: row
            for name, row in {**FORMATS, **LENIENT}.items()
            if name not in dict(types)
        },
        "all": FORMATS,
        "none": {},
    }
    chosen: Mapping[str, Format] = (
        rows[wanted]
        if isinstance(wanted, str)
        else {name: row for name, row in FORMATS.items() if name in wanted}
    )

    def asserted(rule: Assertion, schema: Schema) -> Format | None:
        listed = any(
            isinstance(one, Assertion) and one.keyword in ("enum", "const")
            for one in schema.rules
        )
        return None if listed else chosen.get(str(rule.limit))

    return asserted
