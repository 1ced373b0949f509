"""Streams: what each item is, and what stands in the data of an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..meaning.api import Api, MediaType
from ..meaning.rules import Schema
from ..meaning.shapes import (
    Anything,
    Array,
    Literal,
    Record,
    Scalar,
    Shape,
    Union,
    union,
)
from ..meaning.shaping import Property
from .media import kind_of

__all__ = ["Data", "data_of", "is_events", "item_of"]

_FIELDS = frozenset(("data", "event", "id", "retry"))


@dataclass(frozen=True, slots=True)
class Data:
    """The data of the events with one of `names`, or of those with any: a text, or what
    the JSON in it stands for.
    """

    names: tuple[str, ...]
    shape: Shape
    is_json: bool


def is_events(content: MediaType) -> bool:
    """Whether it comes as events, and not as JSON texts."""
    return content.name.strip().lower().startswith("text/event-stream")


def item_of(api: Api, content: MediaType) -> Shape:
    """What each item of a stream is.

    Where a `schema` describes it, which is meant for all of it, that is an array, and
    its items are the stream's; else those who write it mean an item.
    """
    if content.schema is None:
        return Anything()
    shape = api.shapes.of(content.schema)
    if content.sequential:
        return shape
    if isinstance(shape, Array):
        return shape.items
    # A text is all of it, of which no line can be said to be one.
    return Anything() if _is_text(shape) and not is_events(content) else shape


def data_of(api: Api, content: MediaType) -> tuple[Data, ...]:
    """What stands in the data of events; of those that nothing is said of comes last.

    The schema is that of an event, whose `data` are a property (OAS 3.2 §4.14.4), or,
    as it is usually written, that of the data itself, which is JSON then.
    """
    shape = item_of(api, content)
    members = shape.members if isinstance(shape, Union) else (shape,)
    records = [one for one in members if isinstance(one, Record)]
    if len(records) < len(members) or not all(_is_event(api, one) for one in records):
        return (Data((), shape, is_json=not _is_text(shape)),)
    rows = [row for record in records for row in _rows(api, record)]
    if len(rows) == 1:
        return (Data((), rows[0].shape, rows[0].is_json),)
    named = [row for row in rows if row.names]
    rest = [row for row in rows if not row.names]
    others = union(tuple(row.shape for row in rest)) if rest else Scalar("string")
    return (*named, Data((), others, any(row.is_json for row in rest)))


def _is_event(api: Api, record: Record) -> bool:
    names = {one.name for one in api.shapes.properties(record)}
    return names <= _FIELDS and not names.isdisjoint(("data", "event"))


def _rows(api: Api, record: Record) -> Iterator[Data]:
    own = {one.name: one for one in api.shapes.properties(record)}
    branches = [
        {one.name: one for one in branch} for branch in api.shapes.branches(record)
    ]
    if not any("event" in branch for branch in branches):
        branches = [{}]
    for branch in branches:
        yield _row(api, {**own, **branch})


def _row(api: Api, fields: Mapping[str, Property]) -> Data:
    names: tuple[str, ...] = ()
    if "event" in fields:
        event = api.shapes.property_shape(fields["event"])
        if isinstance(event, Literal):
            names = tuple(one for one in event.values if isinstance(one, str))
    if "data" not in fields:
        return Data(names, Scalar("string"), is_json=False)
    data = fields["data"]
    for schema in data.schemas:
        for one in api.shapes.members(schema):
            if one.content_type is not None and kind_of(one.content_type) == "json":
                return Data(names, _content(api, one), is_json=True)
    shape = api.shapes.property_shape(data)
    return Data(names, shape, is_json=not _is_text(shape))


def _content(api: Api, schema: Schema) -> Shape:
    return Anything() if schema.content is None else api.shapes.of(schema.content)


def _is_text(shape: Shape) -> bool:
    match shape:
        case Scalar(type="string") | Anything():
            return True
        case Literal(values=values):
            return all(isinstance(value, str) for value in values)
        case Union(members=members):
            return all(map(_is_text, members))
        case _:
            return False
