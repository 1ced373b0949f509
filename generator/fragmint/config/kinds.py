"""What the value of an option can be: what TOML has, and what is made of it."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from ..diagnostics import Place, did_you_mean

__all__ = [
    "ASSERTED",
    "DECLARATIONS",
    "FILE",
    "FILES",
    "FLAG",
    "FOLDER",
    "LINE_LENGTH",
    "NAME",
    "TEMPLATES",
    "TEXTS",
    "TRANSPORT",
    "TYPES",
    "Fault",
    "Kind",
    "Where",
]

Fault: TypeAlias = tuple[str, str | None]
"""What is wrong with a value, and a hint."""


class Where(NamedTuple):
    """Where a value is written.

    Args:
        folder: What paths are relative to.
        place: The place of a key of the value.
    """

    folder: Path
    place: Callable[[str], Place]


def _same(value: Any, where: Where) -> Any:
    return value


def _right(value: Any) -> Iterator[Fault]:
    return iter(())


def _no_more() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    Args:
        wanted: What it has to be, in words.
        schema: The same as JSON Schema.
        fits: Whether a value of TOML is that.
        read: What a target has of it.
        faults: What is wrong with what `read` has made.
        more: What else JSON Schema can say, where to find out takes its time.
    """

    wanted: str
    schema: Mapping[str, Any]
    fits: Callable[[Any], bool]
    read: Callable[[Any, Where], Any] = _same
    faults: Callable[[Any], Iterator[Fault]] = _right
    more: Callable[[], Mapping[str, Any]] = _no_more


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_table(value: Any, of: Callable[[Any], bool]) -> bool:
    return isinstance(value, dict) and all(map(of, value.values()))


def _meant(word: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    close = did_you_mean(word, known)
    return f"did you mean {close}?" if close else otherwise


def _path(value: str, where: Where) -> Path:
    return where.folder / value


def _declared(value: dict[str, dict[str, Any]], where: Where) -> tuple[Any, ...]:
    return tuple(
        (name, tuple(said.items()), where.place(name)) for name, said in value.items()
    )


def _not_importable(value: str) -> Iterator[Fault]:
    if not value.isidentifier() or keyword.iskeyword(value) or not _is_normal(value):
        hint = "a name that Python can import: letters, digits and underscores"
        if keyword.iskeyword(value):
            hint = f"{value} is a keyword of Python: write {value}_"
        yield f"{value!r} cannot be the name of a package", hint


def _is_normal(name: str) -> bool:
    """Whether it is the name that Python takes it for."""
    if name.isascii():
        return True
    from unicodedata import is_normalized  # only here, as it takes its time

    return is_normalized("NFKC", name)


def _no_path(value: Path | None) -> Iterator[Fault]:
    if value is None:
        return
    if "\0" in str(value):
        yield f"{str(value)!r} cannot be the name of a file", None
    if "~" in Path(value).parts:  # asked for, it is text
        hint = "write the whole path, or one that begins at the configuration"
        yield "~ stands for nobody's folder here", hint


def _no_paths(value: Iterable[Path]) -> Iterator[Fault]:
    for one in value:
        yield from _no_path(one)


def _no_folder(value: Path | None) -> Iterator[Fault]:
    if value is not None and not value.is_dir():
        yield f"{value} is not a folder", None


def _no_types(value: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    for name, path in value:
        module, _, type_ = path.partition(":")
        names = [*module.split("."), type_]
        if not all(one.isidentifier() and not keyword.iskeyword(one) for one in names):
            message = f"{path!r} is no type for the format {name}"
            yield message, 'write it like "myapp.ids:Ulid"'


_TRANSPORTS = ("httpx2", "stdlib")


def _no_transport(value: str) -> Iterator[Fault]:
    if value not in _TRANSPORTS:
        hint = _meant(value, _TRANSPORTS, " or ".join(_TRANSPORTS))
        yield f"{value!r} is no transport", hint


_SHORTEST, _LONGEST = 40, 320


def _no_line_length(value: int) -> Iterator[Fault]:
    if not _SHORTEST <= value <= _LONGEST:
        yield f"line-length must be from {_SHORTEST} to {_LONGEST}, not {value}", None


_ASSERTED = ("default", "all", "none")


def _no_formats(value: str | tuple[str, ...]) -> Iterator[Fault]:
    if isinstance(value, str):
        if value not in _ASSERTED:
            known = ", ".join(_ASSERTED)
            message = f"assert-formats must be {known} or a list of formats"
            yield message, _meant(value, _ASSERTED)
        return
    formats = _formats()
    for name in value:
        if name not in formats:
            yield f"unknown format {name!r}", _meant(name, formats)


def _formats() -> list[str]:
    from ..planning.formats import FORMATS  # only here, as it takes its time

    return list(FORMATS)


_WORDS = "|".join(keyword.kwlist)
_IDENTIFIER = rf"(?!(?:{_WORDS})(?:[.:]|$))[^\W\d]\w*"
_TYPE = rf"^{_IDENTIFIER}(?:\.{_IDENTIFIER})*:{_IDENTIFIER}$"
_TEXT = {"type": "string"}
_LIST = {"type": "array", "items": _TEXT}

NAME = Kind(
    "a string",
    _TEXT | {"pattern": f"^{_IDENTIFIER}$"},
    _is_text,
    faults=_not_importable,
)
FILE = FOLDER = Kind("a string", _TEXT, _is_text, _path, _no_path)
TEMPLATES = Kind("a string", _TEXT, _is_text, _path, _no_folder)
TRANSPORT = Kind(
    "a string", {"enum": list(_TRANSPORTS)}, _is_text, faults=_no_transport
)
FLAG = Kind("true or false", {"type": "boolean"}, lambda it: isinstance(it, bool))
LINE_LENGTH = Kind(
    "a whole number",
    {"type": "integer", "minimum": _SHORTEST, "maximum": _LONGEST},
    lambda it: isinstance(it, int) and not isinstance(it, bool),
    faults=_no_line_length,
)
TEXTS = Kind("a list of strings", _LIST, _is_texts, lambda it, _: tuple(it))
FILES = Kind(
    "a list of strings",
    _LIST,
    _is_texts,
    lambda it, where: tuple(where.folder / one for one in it),
    _no_paths,
)
TYPES = Kind(
    "a table of strings",
    {"additionalProperties": _TEXT | {"pattern": _TYPE}} | {"type": "object"},
    lambda it: _is_table(it, _is_text),
    lambda it, _: tuple(sorted(it.items())),
    _no_types,
)
ASSERTED = Kind(
    "a string or a list of strings",
    {},
    lambda it: _is_text(it) or _is_texts(it),
    lambda it, _: tuple(it) if isinstance(it, list) else it,
    _no_formats,
    lambda: {
        "anyOf": [
            {"enum": list(_ASSERTED)},
            {"type": "array", "items": {"enum": _formats()}},
        ]
    },
)
DECLARATIONS = Kind(
    "a table of tables",
    {
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "properties": {
                "by": {"enum": ["cursor", "page", "offset", "uri", "link", "none"]},
                **dict.fromkeys(("parameter", "next", "items"), _TEXT),
                "start": {"type": "integer"},
            },
            "required": ["by"],
            "additionalProperties": False,
        },
    },
    lambda it: _is_table(it, lambda one: isinstance(one, dict)),
    _declared,
)
