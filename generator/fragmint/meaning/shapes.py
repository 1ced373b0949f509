"""Shapes: what a value looks like, as far as a static type can say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ..reading import JSON, Pointer

__all__ = [
    "Anything",
    "Array",
    "Literal",
    "Mapping",
    "Nothing",
    "Record",
    "Recursion",
    "Scalar",
    "Shape",
    "Tag",
    "Union",
    "both",
    "is_nullable",
    "meet",
    "named",
    "parts",
    "types_of",
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
    """One of these values; if `open`, others of their type come too.

    `named` are the components that it has all values of, each with what it describes:
    two literals of the same values are the same, whatever they are called.
    """

    values: tuple[JSON, ...]
    open: bool = False
    named: Named = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Array:
    """A list of `items`; `named` as of a literal."""

    items: Shape
    named: Named = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Mapping:
    """An object of any names, each with one of `values`; `named` as of a literal."""

    values: Shape
    named: Named = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """An object with properties, as the schema at `pointer` describes it."""

    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Tag:
    """The property that tells a union's records apart, and what its values mean.

    It is `implied` if no discriminator says so, but the values that each record has
    there. It is `sure` if no object without one of the values is one of the records:
    not so where they can do without it, or where a value is only the name of a schema.
    """

    property: str
    mapping: tuple[tuple[str, Record], ...]
    otherwise: Record | None = None
    implied: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """One of several shapes; `named` as of a literal."""

    members: tuple[Shape, ...]
    tag: Tag | None = None
    named: Named = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Recursion:
    """The component `name`, within itself: a type that Python cannot write down."""

    name: str


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No value at all."""


Shape: TypeAlias = (
    Scalar | Literal | Array | Mapping | Record | Union | Recursion | Anything | Nothing
)
Named: TypeAlias = "tuple[tuple[str, Array | Literal | Mapping | Union], ...]"


def named(shape: Shape, name: str | None) -> Shape:
    """`shape`, which is that of the component `name`.

    One that leads back to another component is what that makes of it, and no more that
    of its own name.
    """
    if name is None or not isinstance(shape, Array | Literal | Mapping | Union):
        return shape
    if any(one.name != name for one in parts(shape) if isinstance(one, Recursion)):
        return shape
    return replace(shape, named=((name, shape), *shape.named))


def parts(shape: Shape) -> Iterator[Shape]:
    """`shape`, and what it consists of, but for what is in records."""
    waiting = [shape]
    while waiting:
        one = waiting.pop()
        yield one
        match one:
            case Array(items=inner) | Mapping(values=inner):
                waiting.append(inner)
            case Union(members=members):
                waiting.extend(reversed(members))
            case _:
                pass


def union(members: tuple[Shape, ...], tag: Tag | None = None) -> Shape:
    """The union of `members`, flat and without repetition."""
    flat: list[Shape] = []
    names: Named = ()
    for member in members:
        if isinstance(member, Union):
            tag = tag or member.tag
            names += member.named
        for one in member.members if isinstance(member, Union) else (member,):
            if one not in flat and one != Nothing():
                flat.append(one)
    literals = [one for one in flat if isinstance(one, Literal)]
    if len(literals) > 1:
        values = tuple(_distinct(v for one in literals for v in one.values))
        known = tuple(name for one in literals for name in one.named)
        merged = Literal(values, any(one.open for one in literals), known)
        flat = [merged, *(one for one in flat if one not in literals)]
    match tuple(flat):
        case ():
            return Nothing()
        case (only,):
            return only
        case several:
            if tag is not None and tag.implied:
                # Of others, which can be objects too, it says nothing.
                # No set: what a literal has can be an object, which has no hash.
                told: list[Shape] = [one for _, one in tag.mapping]
                objects = (one for one in several if "object" in types_of(one))
                tag = tag if all(one in told for one in objects) else None
            if Anything() in several:
                return Anything()
            return Union(several, tag, names)


def is_nullable(shape: Shape) -> bool:
    """Whether null is a value of `shape`."""
    match shape:
        case Scalar(type="null") | Anything():
            return True
        case Literal(values=values):
            return any(value is None for value in values)
        case Union(members=members):
            return any(map(is_nullable, members))
        case _:
            return False


def without_null(shape: Shape) -> Shape:
    """`shape` without null."""
    match shape:
        case Scalar(type="null"):
            return Nothing()
        case Literal(values=values, open=open_, named=names):
            kept = tuple(v for v in values if v is not None)
            return Literal(kept, open_, names) if kept else Nothing()
        case Union(members=members, tag=tag, named=names):
            bare = union(tuple(map(without_null, members)), tag)
            return replace(bare, named=names) if isinstance(bare, Union) else bare
        case _:
            return shape


_KINDS: dict[type, frozenset[str]] = {
    bool: frozenset({"boolean"}),
    int: frozenset({"integer", "number"}),
    float: frozenset({"number"}),
    str: frozenset({"string"}),
    type(None): frozenset({"null"}),
    list: frozenset({"array"}),
    dict: frozenset({"object"}),
}


def both(one: Shape, other: Shape) -> Shape:
    """What is of both shapes, or the narrower of them where no shape says that."""
    match one, other:
        case (Anything(), wide) | (wide, Anything()):
            return wide
        case (Nothing(), _) | (_, Nothing()):
            return Nothing()
        case Literal(open=True), Literal() as literal:
            return literal
        case Literal(values, open_, names), Literal(others, open=False):
            kept = [v for v in values if any(_same(v, o) for o in others)]
            names = names if len(kept) == len(values) else ()
            return Literal(tuple(kept), open_, names) if kept else Nothing()
        case (Literal() as literal, shape) | (shape, Literal() as literal):
            types = types_of(shape)
            meant = [_of_types(v, types) for v in literal.values]
            kept = [v for v in meant if _KINDS[type(v)] & types]
            names = literal.named if kept == [*literal.values] else ()
            return Literal(tuple(kept), literal.open, names) if kept else Nothing()
        case (Union(members, tag), shape) | (shape, Union(members, tag)):
            met = [both(m, shape) for m in members if types_of(m) & types_of(shape)]
            return union(tuple(met), tag)
        case (Scalar("number"), Scalar("integer") as scalar) | (
            Scalar("integer") as scalar,
            Scalar("number"),
        ):
            return scalar
        case Scalar(a, format_), Scalar(b, other_format) if a == b:
            return Scalar(a, format_ or other_format)
        case (Mapping(), Record() as record) | (Record() as record, Mapping()):
            return record
        case Array(items), Array(others_):
            return Array(both(items, others_))
        case Mapping(values_), Mapping(others_):
            return Mapping(both(values_, others_))
        case _:
            return one if types_of(one) & types_of(other) else Nothing()


def meet(one: Shape, other: Shape) -> bool:
    """Whether a value can be of both shapes."""
    if isinstance(one, Union):
        return any(meet(member, other) for member in one.members)
    return both(one, other) != Nothing()


def types_of(shape: Shape) -> frozenset[str]:
    """The JSON types that values of `shape` can have."""
    match shape:
        case Scalar(type=type_):
            return frozenset({type_})
        case Literal(values=values):
            return frozenset[str]().union(*(_KINDS[type(v)] for v in values))
        case Array():
            return frozenset({"array"})
        case Mapping() | Record():
            return frozenset({"object"})
        case Union(members=members):
            return frozenset[str]().union(*map(types_of, members))
        case Recursion() | Anything():
            return frozenset("array boolean integer null number object string".split())
        case Nothing():
            return frozenset()


def _of_types(value: JSON, types: frozenset[str]) -> JSON:
    """`value`; where no other number can be, 1.0 is an integer (Core §4.2.1)."""
    if isinstance(value, float) and value.is_integer() and "number" not in types:
        return int(value)
    return value


def _same(one: JSON, other: JSON) -> bool:
    """JSON's equality, as far as scalars need it: true is not 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _distinct(values: object) -> list[JSON]:
    found: list[JSON] = []
    for value in values:  # type: ignore[attr-defined]  # a generator of JSON
        if not any(_same(value, one) for one in found):
            found.append(value)
    return found
