"""How a parameter's style writes its value: OAS 3.2 §4.12.6 on RFC 6570.

What RFC 6570 §2.3 calls undefined is left out: None, an empty list or mapping, and None
in one. An empty string is not undefined. A list or mapping inside another one, which no
style but ``deepObject`` can write, goes as JSON text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, cast
from urllib.parse import quote

from .encoding import is_compound, segment, text

Escape = Callable[[str], str]

_RESERVED = ":/?#[]@!$&'()*+,;="
_TRIPLET = re.compile("%(?![0-9A-Fa-f]{2})")


class Style(NamedTuple):
    """How a parameter is written: the fields of the Parameter Object of these names.

    `reserved` is allowReserved. With `media_type`, the value is written as that, not by
    `style`: a parameter with ``content``. If that is a form, `parts` are how its fields
    are written.
    """

    style: str
    explode: bool
    reserved: bool = False
    media_type: str | None = None
    parts: Mapping[str, Part] = MappingProxyType({})


class Part(NamedTuple):
    """How a field of a form is written: an Encoding Object.

    `content_type` is one that the description allows and `headers` are those whose
    values it fixes. With a `style`, these two say nothing.
    """

    content_type: str | None = None
    style: Style | None = None
    headers: Mapping[str, str] = MappingProxyType({})


def verbatim(value: str) -> str:
    """No escaping, where a place has no way to escape."""
    return value


@cache
def escaper(reserved: bool, barred: str) -> Escape:
    """What percent-encodes a text for a place (RFC 6570 §3.2.1).

    With `reserved`, the reserved characters of RFC 3986 §2.2 and what is already
    percent-encoded stay (RFC 6570 §3.2.3), but for the characters in `barred`: there
    they would end the value, and what follows would be taken for something else.
    """
    if not reserved:
        return segment
    safe = "".join(char for char in _RESERVED if char not in barred) + "%"
    return lambda value: quote(_TRIPLET.sub("%25", value), safe=safe)


def expanded(name: str, value: Any, style: Style, escape: Escape = segment) -> str:
    """A value in the styles of a path or a header: simple, label, matrix.

    RFC 6570 §3.2.2, §3.2.5, §3.2.7. "" if the value is undefined. The styles with a
    delimiter stand here too, as Swagger 2.0 has them in every place; exploded, they are
    ``simple``.
    """
    members = _members(value)
    if not members:
        return ""
    lead, separator = _OPERATORS.get(style.style, ("", ","))
    compound = is_compound(value)
    if style.style == "matrix" and not (compound and style.explode):
        whole = _joined(members, escape, ",")
        return f";{escape(name)}={whole}" if whole else f";{escape(name)}"
    if style.style == "matrix":
        named = [(name if key is None else key, one) for key, one in members]
        return "".join(
            f";{escape(key)}={escape(one)}" if one else f";{escape(key)}"
            for key, one in named
        )
    if not style.explode:
        return lead + _joined(members, escape, _between(style, escape))
    return lead + separator.join(
        escape(one) if key is None else f"{escape(key)}={escape(one)}"
        for key, one in members
    )


_OPERATORS = {"label": (".", "."), "matrix": (";", ";")}


def pairs(
    name: str, value: Any, style: Style, escape: Escape, escape_name: Escape
) -> list[tuple[str, str]]:
    """A value in the styles of a query, form or cookie, as escaped names and values.

    RFC 6570 §3.2.8, and what OAS adds to it. A value that a style cannot write, such as
    a scalar as ``deepObject``, is written as by ``form``, and so is an exploded list or
    mapping in a style with a delimiter.
    """
    if style.style == "deepObject" and is_compound(value):
        return [
            (escape_name(key), escape(one)) for key, one in _deep(name, value, False)
        ]
    members = _members(value)
    if not members:
        return []
    if style.explode or not is_compound(value):
        return [
            (escape_name(name if key is None else key), escape(one))
            for key, one in members
        ]
    between = _between(style, escape_name)
    return [(escape_name(name), _joined(members, escape, between))]


_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}


def _between(style: Style, escape: Escape) -> str:
    """What stands between the members of a value."""
    delimiter = _DELIMITERS.get(style.style)
    # RFC 3986 has none of these three in a URL, so that they are escaped themselves.
    return "," if delimiter is None else escape(delimiter)


def defined(value: Any) -> bool:
    """Whether there is anything to write (RFC 6570 §2.3)."""
    return bool(_members(value))


def _members(value: Any) -> list[tuple[str | None, str]]:
    """What of a value is defined: its members, each with its name if it has one."""
    if isinstance(value, dict):
        named = cast("dict[str, Any]", value)
        return [(key, text(one)) for key, one in named.items() if one is not None]
    if isinstance(value, (list, tuple)):
        items = cast("list[Any]", value)
        return [(None, text(one)) for one in items if one is not None]
    return [] if value is None else [(None, text(value))]


def _joined(members: list[tuple[str | None, str]], escape: Escape, between: str) -> str:
    return between.join(
        escape(part) for member in members for part in member if part is not None
    )


def _deep(name: str, value: Any, inside: bool) -> list[tuple[str, str]]:
    """Names in brackets, as deep as `value` is.

    OAS leaves open what becomes of a list. In a mapping, a list of scalars repeats its
    name: ``filter[tags]=a&filter[tags]=b``. Any other list has the index of each item
    in brackets: ``expand[0]=a``, ``items[0][price]=1``.
    """
    if isinstance(value, dict):
        named = cast("dict[str, Any]", value)
        return [
            pair
            for key, one in named.items()
            for pair in _deep(f"{name}[{key}]", one, True)
        ]
    if isinstance(value, (list, tuple)):
        items = cast("list[Any]", value)
        repeated = inside and not any(map(is_compound, items))
        return [
            pair
            for index, one in enumerate(items)
            for pair in _deep(name if repeated else f"{name}[{index}]", one, True)
        ]
    return [] if value is None else [(name, text(value))]
