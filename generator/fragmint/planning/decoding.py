"""Shapes -> the source of what reads a value of a response."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, assert_never

from ..meaning.shapes import (
    Anything,
    Array,
    Literal,
    Mapping,
    Nothing,
    Record,
    Recursion,
    Scalar,
    Shape,
    Tag,
    Union,
    without_null,
)
from .annotations import DEEPEST
from .formats import Formats
from .literals import literal
from .plan import Import

__all__ = ["Readers", "Source", "decoder", "field_reader"]

_DECODERS = ".._support.decoders"
_READERS = ".._support.readers"
_UNIONS = """
    by_tag first_of is_any_of is_list_of is_map_of is_readable kept one_of
""".split()
_HOMES = {
    "as_record": ".._support.unreadable",
    "parsed": ".._support.typed",
    **dict.fromkeys(_UNIONS, ".._support.unions"),
}
"""Where the functions are, if not with the decoders that most packages need."""


class Readers(Protocol):
    """Which function reads a record, and which tells whether a value is one."""

    def reader(self, record: Record) -> Import:
        """The function that reads a record from a dict."""
        ...

    def is_record(self, record: Record) -> Import:
        """The function that tells whether a value is that record."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """An expression, and what has to be imported for it."""

    text: str
    imports: frozenset[Import] = frozenset()


_SCALARS = {
    "string": "as_text",
    "integer": "as_integer",
    "number": "as_number",
    "boolean": "as_boolean",
    "null": "as_null",
}
_FIELDS = {
    "as_text": Import(_READERS, "text"),
    "as_integer": Import(_READERS, "integer"),
    "as_number": Import(_READERS, "number"),
    "as_boolean": Import(_READERS, "boolean"),
    "as_rfc_2822": Import(".._support.mail_dates", "rfc_2822"),
}
"""Readers of fields that need no decoder beside them: they are the quickest."""


def decoder(shape: Shape, readers: Readers, formats: Formats) -> Source:
    """What reads a JSON value, and raises `Unreadable` where it is not of `shape`."""

    def of(shape: Shape, depth: int = 0) -> Source:
        if depth > DEEPEST:
            return _support("as_anything")
        match shape:
            case Scalar(type="string", format=str(name)) if name in formats:
                row = formats[name]
                if row.reader is not None:
                    return Source(row.reader.name, frozenset({row.reader}))
                assert row.type is not None
                return _applied("parsed", [Source(row.name, frozenset({row.type}))])
            case Scalar(type=type_):
                return _support(_SCALARS[type_])
            case Literal(values=values):
                kinds = {type(value) for value in values if value is not None}
                one = _KINDS.get(next(iter(kinds)), "") if len(kinds) == 1 else ""
                return _nullable(_support(one or "as_anything"), None in values)
            case Array(items=items):
                return _applied("list_of", [of(items, depth + 1)])
            case Mapping(values=Anything()):
                return _support("as_object")
            case Mapping(values=values):
                return _applied("map_of", [of(values, depth + 1)])
            case Record():
                read = readers.reader(shape)
                return _applied("as_record", [Source(read.name, frozenset({read}))])
            case Union():
                return _union(shape, depth)
            case Recursion() | Anything() | Nothing():
                return _support("as_anything")
            case _:
                assert_never(shape)

    def _union(shape: Union, depth: int) -> Source:
        bare = without_null(shape)
        if bare != shape:
            return _nullable(of(bare, depth), True)
        if shape.tag is not None:
            return tagged(shape, shape.tag, depth)
        return untagged(shape, depth)

    def untagged(shape: Union, depth: int, tag: Tag | None = None) -> Source:
        # What reads as much as others do comes after them.
        members = sorted(shape.members, key=_breadth)
        objects = [m for m in members if isinstance(m, Record | Mapping)]
        arrays = [m for m in members if isinstance(m, Array)]
        rest = [m for m in members if m not in (*objects, *arrays)]
        sources = [*alike(objects, depth, tag), *alike(arrays, depth)]
        sources += [of(member, depth) for member in rest]
        return sources[0] if len(sources) == 1 else _applied("first_of", sources)

    def alike(
        members: Sequence[Shape], depth: int, tag: Tag | None = None
    ) -> list[Source]:
        """What reads members of one JSON type, which their schemas tell apart.

        A record lacks what does not come, so that it can be read of any object: one
        that `tag` has another name for is none of them.
        """
        sources = [of(member, depth) for member in members]
        if tag is None and (len(members) < 2 or not any(map(_has_record, members))):
            return sources
        tests = [fitting(member, depth) for member in members]
        pairs = [*map(_pair, tests, sources)]
        if tag is not None:
            other = _applied("kept", [Source(literal(tag.property))])
            records = [record for _, record in tag.mapping]
            known = tag.sure and all(one in records for one in members)
            pairs.insert(0 if known else len(pairs), other)
        return [_applied("one_of", pairs)]

    def fitting(shape: Shape, depth: int) -> Source:
        """What tells whether a value is of `shape`, by the schemas of its records."""
        match shape:
            case Record():
                found = readers.is_record(shape)
                return Source(found.name, frozenset({found}))
            case Array(items=items) if _has_record(items) and depth < DEEPEST:
                return _applied("is_list_of", [fitting(items, depth + 1)])
            case Mapping(values=values) if _has_record(values) and depth < DEEPEST:
                return _applied("is_map_of", [fitting(values, depth + 1)])
            case Union(members=members) if _has_record(shape):
                return _applied("is_any_of", [fitting(one, depth) for one in members])
            case _:
                return _applied("is_readable", [of(shape, depth)])

    def tagged(shape: Union, tag: Tag, depth: int) -> Source:
        entries = [(literal(value), of(one)) for value, one in tag.mapping]
        mapped = "{" + ", ".join(f"{key}: {one.text}" for key, one in entries) + "}"
        imports = frozenset[Import]().union(*(one.imports for _, one in entries))
        if tag.otherwise is not None:
            otherwise = of(tag.otherwise)
        else:
            found = untagged(shape, depth, tag)
            # What does without the tag, as the schemas let it, is not unknown to them.
            keyword = "" if tag.implied and not tag.sure else "unknown="
            otherwise = Source(f"{keyword}{found.text}", found.imports)
        named = Source(literal(tag.property))
        return _applied("by_tag", [named, Source(mapped, imports), otherwise])

    return of(shape)


_KINDS: dict[type, str] = {
    str: "as_text",
    int: "as_integer",
    float: "as_number",
    bool: "as_boolean",
}


def field_reader(
    wire_name: str, shape: Shape, readers: Readers, formats: Formats
) -> Source:
    """What takes the field `wire_name` from `data`; null and absent are None."""
    shape = without_null(shape)
    name = literal(wire_name)
    match shape:
        case Record():
            read = readers.reader(shape)
            imports = frozenset({read, Import(_READERS, "record")})
            return Source(f"record(data, {name}, {read.name})", imports)
        case Array(items=Record() as item):
            read = readers.reader(item)
            imports = frozenset({read, Import(_READERS, "records")})
            return Source(f"records(data, {name}, {read.name})", imports)
        case _:
            pass
    source = decoder(shape, readers, formats)
    if source.text in _FIELDS:
        function = _FIELDS[source.text]
        return Source(f"{function.name}(data, {name})", frozenset({function}))
    imports = source.imports | {Import(_DECODERS, "value")}
    return Source(f"value(data, {name}, {source.text})", imports)


def _has_record(shape: Shape) -> bool:
    match shape:
        case Array(items=inner) | Mapping(values=inner):
            return _has_record(inner)
        case Union(members=members):
            return any(map(_has_record, members))
        case _:
            return isinstance(shape, Record)


def _breadth(shape: Shape) -> int:
    """How much what reads `shape` takes: some or all of its JSON type, or anything."""
    match shape:
        case Array(items=inner) | Mapping(values=inner):
            return min(_breadth(inner), 1)
        case Union(members=members):
            return max(map(_breadth, members))
        case Literal(values=values):
            kinds = {type(value) for value in values if value is not None}
            # Other values than those that are described come too.
            return (
                int(kinds == {str}) if len(kinds) == 1 and kinds <= _KINDS.keys() else 2
            )
        case Recursion() | Anything() | Nothing():
            return 2
        case _:
            return int(shape == Scalar("string"))


def _support(name: str) -> Source:
    return Source(name, frozenset({Import(_DECODERS, name)}))


def _applied(function: str, arguments: Iterable[Source]) -> Source:
    given = list(arguments)
    text = f"{function}({', '.join(one.text for one in given)})"
    imports = frozenset({Import(_HOMES.get(function, _DECODERS), function)})
    return Source(text, imports.union(*(one.imports for one in given)))


def _pair(one: Source, other: Source) -> Source:
    return Source(f"({one.text}, {other.text})", one.imports | other.imports)


def _nullable(source: Source, wanted: bool) -> Source:
    return _applied("nullable", [source]) if wanted else source
