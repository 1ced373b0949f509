"""The types of what a package declares, where a test asks for them."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from inspect import get_annotations
from typing import Any, Literal, NamedTuple, get_args, get_origin

from .fields import Fields
from .http import Redirect
from .meanings import meaning
from .meanings import options as members
from .models import Model
from .requests import Request
from .unset import Unset


def declared(kind: type, name: str) -> Any:
    """The type of an attribute that a class declares, None if it declares none."""
    found = annotations_of(kind)
    return meaning(*found[name]) if name in found else None


def annotations_of(kind: type) -> Mapping[str, tuple[str, str]]:
    """By their names, the annotations of a class, and the modules they stand in."""
    return {
        name: (text, one.__module__)
        for one in reversed(kind.__mro__)
        for name, text in get_annotations(one).items()
    }


class Member(NamedTuple):
    """A field of a model: its name here and on the wire, and the types it can have.

    `left_out`: it need not be given. `named`: the description names it; the rest is
    what else can be sent, or how.
    """

    name: str
    wire_name: str
    types: tuple[Any, ...]
    left_out: bool
    named: bool


@cache
def members_of(kind: Any) -> tuple[Member, ...]:
    """The fields of a model or of a request."""
    wire_names = _wire_names(kind)
    found: list[Member] = []
    for one in fields(kind):
        types = options(meaning(str(one.type), kind.__module__))
        types = tuple(t for t in types if t is not Unset)
        if one.default is None:
            types = tuple(t for t in types if t is not type(None))
        left_out = one.default is not MISSING or one.default_factory is not MISSING
        wire_name = wire_names.get(one.name, "")
        found.append(Member(one.name, wire_name, types, left_out, bool(wire_name)))
    return tuple(found)


def _wire_names(kind: Any) -> Mapping[str, str]:
    if issubclass(kind, Request):
        home = vars(sys.modules[kind.__module__]).values()
        tables = [one for one in home if isinstance(one, Fields)]
        return {name: wire for table in tables for wire, name in table.items()}
    names: Mapping[str, str] = kind._names
    return {
        one.name: names.get(one.name, one.name)
        for one in fields(kind)
        if one.name != "extra"
    }


_STREAMS = (AsyncIterable, Iterable)


def options(kind: Any) -> tuple[Any, ...]:
    """The members of a union, but for streams; any other type by itself.

    Where what came in can go out again, it is what goes out.
    """
    # What can be a stream can be bytes as well, which are the same twice.
    found = [one for one in members(kind) if get_origin(one) not in _STREAMS]
    goes = any(
        is_model(one) and not _comes(one) for one in found if one is not Redirect
    )
    return tuple(o for o in found if not (goes and is_model(o) and _comes(o)))


def _comes(kind: Any) -> bool:
    """Whether `kind` is a class of what comes in: of these, `extra` is never None."""
    return any(one.default_factory is not MISSING for one in fields(kind))


def is_model(kind: Any) -> bool:
    """Whether `kind` is a class of models."""
    return isinstance(kind, type) and issubclass(kind, Model)


def shallowest(types: tuple[Any, ...]) -> tuple[Any, ...]:
    """Those of `types` of which values nest the least; none, if none has an end."""
    depths = range(_DEEPEST)
    found = (tuple(one for one in types if _ends(one, depth)) for depth in depths)
    return next(filter(None, found), ())


_DEEPEST = 50


@cache
def _ends(kind: Any, depth: int) -> bool:
    """Whether a value of `kind`, with an item if it is a list, can be so deep."""
    if is_model(kind):
        inner = [one.types for one in members_of(kind) if not one.left_out]
    else:
        literal = get_origin(kind) is Literal
        inner = [] if literal else [options(one) for one in get_args(kind)[-1:]]
    return all(depth > 0 and any(_ends(t, depth - 1) for t in one) for one in inner)
