"""Which records have a class, in which direction they go, and what else has a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..meaning.api import Api, MediaType
from ..meaning.shapes import (
    Array,
    Literal,
    Mapping,
    Record,
    Shape,
    Union,
    parts,
    without_null,
)
from .annotations import Way
from .events import data_of, is_events
from .flattening import flat_record

__all__ = ["Forms", "forms_of", "types_of"]


@dataclass(slots=True)
class Forms:
    """The records that go out and those that come in, by where they are described.

    `named` are the components that are something else, likewise.
    """

    out: dict[Record, None] = field(default_factory=dict)
    into: dict[Record, None] = field(default_factory=dict)
    named: dict[Way, set[str]] = field(default_factory=dict[Way, set[str]])


def forms_of(api: Api) -> Forms:
    """The records of all operations and payloads."""
    forms = Forms()
    for operation in api.operations:
        for parameter in operation.parameters:
            _collect(api, api.shapes.of(parameter.schema), forms, "out")
        if operation.body is not None:
            record = flat_record(api, operation.body)
            if record is not None:
                _properties(api, record, forms, "out")
            else:
                for content in operation.body.content:
                    _content(api, content, forms, "out")
        for response in operation.responses:
            for content in response.content:
                if content.is_stream and is_events(content):
                    for one in data_of(api, content):
                        _collect(api, one.shape, forms, "in")
                else:
                    _content(api, content, forms, "in")
    for payload in api.payloads:
        _content(api, payload.content, forms, "in")
    return forms


def types_of(api: Api, forms: Forms) -> dict[tuple[str, Way], Shape]:
    """The components that have a type and no class, by their names and ways.

    As records, lists and mappings are of one type as they come in and of another as
    they go out, so is what consists of them; all else is the same in both ways.
    """
    found: dict[tuple[str, Way], Shape] = {}
    for name, schema in api.schemas.items():
        shape = api.shapes.of(schema)
        inner = [*parts(shape)]
        if Record(schema.pointer) in inner:
            continue  # of what it consists of, that has its name
        if not isinstance(without_null(shape), Array | Literal | Mapping | Union):
            continue  # a type of Python's own
        differs = any(isinstance(one, Array | Mapping | Record) for one in inner)
        for way in ("in", "out"):
            if name in forms.named.get(way, ()):
                found[name, way if differs else "in"] = shape
    return found


def _content(api: Api, content: MediaType, forms: Forms, way: Way) -> None:
    if content.schema is not None:
        _collect(api, api.shapes.of(content.schema), forms, way)


def _properties(api: Api, record: Record, forms: Forms, way: Way) -> None:
    for shape in _within(api, record, way):
        _collect(api, shape, forms, way)


def _within(api: Api, record: Record, way: Way) -> Iterator[Shape]:
    """What there is in a record."""
    for one in api.shapes.properties(record):
        if not (one.read_only if way == "out" else one.write_only):
            yield api.shapes.property_shape(one)
    if way == "out" and api.shapes.is_open(record):
        yield api.shapes.others(record)


def _collect(api: Api, shape: Shape, forms: Forms, way: Way) -> None:
    records = forms.out if way == "out" else forms.into
    names = forms.named.setdefault(way, set())
    waiting = [shape]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array | Literal | Mapping | Union):
            names.update(name for name, _ in one.named)
        match one:
            case Array(items=inner) | Mapping(values=inner):
                waiting.append(inner)
            case Union(members=members):
                waiting.extend(members)
            case Record() as record if record not in records:
                records[record] = None
                waiting += _within(api, record, way)
            case _:
                pass
