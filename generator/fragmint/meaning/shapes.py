"""Shapes: what a value looks like, as far as a static type can say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..reading import JSON

__all__ = [
    "Anything",
    "Array",
    "Literal",
    "Nothing",
    "Record",
    "Scalar",
    "Shape",
    "ShapeReference",
    "Union",
    "is_nullable",
    "union",
    "without_null",
]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One of string, integer, number, boolean and null, with the format of a string."""

    type: str
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """One of these values; if `open`, others of their type come too."""

    values: tuple[JSON, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Array:
    """A list of `items`."""

    items: Shape


@dataclass(frozen=True, slots=True)
class Record:
    """An object with properties; a schema's `Properties` says which."""


@dataclass(frozen=True, slots=True)
class ShapeReference:
    """What the component `name` is, a record."""

    name: str


@dataclass(frozen=True, slots=True)
class Union:
    """One of several shapes."""

    members: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No value at all."""


Shape: TypeAlias = (
    Scalar | Literal | Array | Record | ShapeReference | Union | Anything | Nothing
)

NULL = Scalar("null")


def union(members: tuple[Shape, ...]) -> Shape:
    """The union of `members`, flat and without repetition."""
    flat: list[Shape] = []
    for member in members:
        for one in member.members if isinstance(member, Union) else (member,):
            if one not in flat:
                flat.append(one)
    match tuple(flat):
        case ():
            return Nothing()
        case (only,):
            return only
        case several:
            return Anything() if Anything() in several else Union(several)


def is_nullable(shape: Shape) -> bool:
    """Whether null is a value of `shape`."""
    match shape:
        case Scalar(type="null") | Anything():
            return True
        case Literal(values=values):
            return None in values
        case Union(members=members):
            return any(map(is_nullable, members))
        case _:
            return False


def without_null(shape: Shape) -> Shape:
    """`shape` without null."""
    match shape:
        case Scalar(type="null"):
            return Nothing()
        case Literal(values=values, open=open_):
            return Literal(tuple(v for v in values if v is not None), open_)
        case Union(members=members):
            return union(tuple(m for m in map(without_null, members) if m != Nothing()))
        case _:
            return shape
