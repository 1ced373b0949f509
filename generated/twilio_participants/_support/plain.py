"""Models and other Python values as the plain ones that JSON has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, cast

from .encoding import Unwritable, base64_text, text
from .models import Model, Texts
from .unset import UNSET

_ATOMS = frozenset({str, int, bool, float, type(None)})
_NAMES = frozenset({str})


def plain(value: Any, *, raw_depth: int = 0, texts: Texts = ()) -> Any:
    """`value` in JSON's terms: dict, list, str, int, float, bool and None.

    A model is a dict by wire name, without what is left out and with its `extra`; one
    that came in has nothing that is read-only. A mapping is one too, and other
    iterables are lists, but for what can be read only once. Dates and times are texts
    (RFC 3339; UTC is "Z"), so are UUID and Decimal. Bytes are base64 (RFC 4648 §4), but
    stay what they are where less than `raw_depth` objects are around them: a field of a
    form can be bytes, and one of an object in that field cannot. A member of an
    enumeration is its value. Types that `texts` has are written as it says, but for
    those in models, which have their own. Whatever else there is stays what it is, a
    `File` too.

    Nothing is copied that is plain already.

    Raises:
        Unwritable: a property has a name that is no scalar.
    """
    kind = value.__class__
    if texts and not issubclass(kind, Enum):
        for known, write in texts:
            if issubclass(kind, known):
                return write(value)
    if kind in _ATOMS:
        return value
    if kind is dict:
        if (
            not texts
            and _ATOMS.issuperset(map(type, value.values()))
            and _NAMES.issuperset(map(type, value))
        ):
            return value
        return _mapping(value, raw_depth, texts)
    if kind is list:
        if not texts and _ATOMS.issuperset(map(type, value)):
            return value
        return _list(value, raw_depth, texts)
    return _other(value, raw_depth, texts)


def answered(value: Any) -> Any:
    """`value` as `plain` has it, but as a server sends it: with what is read-only."""
    return plain(value, texts=_WHOLE)


def _mapping(value: Mapping[Any, Any], raw_depth: int, texts: Texts) -> dict[str, Any]:
    return {
        name if type(name) is str else _name(name): plain(
            one, raw_depth=raw_depth - 1, texts=texts
        )
        for name, one in value.items()
        if one is not UNSET
    }


def _list(value: Iterable[Any], raw_depth: int, texts: Texts) -> list[Any]:
    return [
        plain(one, raw_depth=raw_depth, texts=texts)
        for one in value
        if one is not UNSET
    ]


def _name(name: object) -> str:
    """JSON names a property by a string and by nothing else (RFC 8259 §4)."""
    written = plain(name)
    if written.__class__ in _ATOMS:
        with suppress(ValueError):  # more digits than Python writes
            return "null" if written is None else text(written)
    raise Unwritable(rule="names", limit="string")


def _other(value: Any, raw_depth: int, texts: Texts) -> Any:
    kind = value.__class__
    if issubclass(kind, Model):
        return _model(value, raw_depth)
    if issubclass(kind, Enum):
        if value is UNSET:
            return value
        return plain(value.value, raw_depth=raw_depth, texts=texts)
    if issubclass(kind, str):
        return str.__str__(value)
    if issubclass(kind, (bytes, bytearray, memoryview)):
        return value if raw_depth > 0 else base64_text(value)
    if issubclass(kind, (datetime, time)):
        # An offset is what RFC 3339 §5.6 demands; only the caller can know it.
        return value.isoformat().replace("+00:00", "Z")
    if issubclass(kind, date):
        return value.isoformat()
    if issubclass(kind, Mapping):
        return _mapping(value, raw_depth, texts)
    # A request can be sent again, and what is read only once would then be empty.
    once = issubclass(kind, Iterator) or hasattr(value, "read")
    if issubclass(kind, Iterable) and not once:
        items = _list(value, raw_depth, texts)
        return _sorted(items) if issubclass(kind, AbstractSet) else items
    return _number(value)


def _number(value: Any) -> Any:
    if isinstance(value, float):  # a subclass; numpy has one
        return float(value)
    if isinstance(value, int):
        return int(value)
    # By its name, so that uuid is loaded by those only who use it.
    return str(value) if isinstance(value, Decimal) or _is_uuid(value) else value


def _is_uuid(value: object) -> bool:
    kind = type(value)
    return kind.__name__ == "UUID" and kind.__module__ == "uuid"


def _sorted(items: list[Any]) -> list[Any]:
    """The items of a set, whose order differs from run to run."""
    try:
        return sorted(items)
    except TypeError:
        return items


def _model(value: Any, raw_depth: int, whole: Texts = ()) -> dict[str, Any]:
    kind = cast(Any, type(value))
    made: dict[str, Any] = dict(getattr(value, "extra", None) or ())
    if made:
        made = _mapping(made, raw_depth, ())
    for name, wire_name, null, texts in _wired(kind):
        one = getattr(value, name)
        if one is not UNSET and (null or one is not None):
            made[wire_name] = plain(one, raw_depth=raw_depth - 1, texts=texts + whole)
    for name in () if whole else kind._read_only:
        made.pop(kind._names.get(name, name), None)
    return made


def _whole(value: Any) -> Any:
    return _model(value, 0, _WHOLE)


_WHOLE: Texts = ((Model, _whole),)
"""What has models written with what is read-only in them."""


@cache
def _wired(kind: Any) -> tuple[tuple[str, str, bool, Texts], ...]:
    """The fields of a model: names here and on the wire, if None is null, its texts."""
    names: Mapping[str, str] = kind._names
    nulls: frozenset[str] = kind._nulls.union(kind._promised.nullable)
    texts: Mapping[str, Texts] = kind._texts
    return tuple(
        (f.name, names.get(f.name, f.name), f.name in nulls, texts.get(f.name, ()))
        for f in fields(kind)
        if f.name != "extra"
    )
