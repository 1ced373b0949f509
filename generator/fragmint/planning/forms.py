"""Which records have a class, in which direction they go, and what else has a name."""

from __future__ import annotations

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
    """The records that go out and those that come in, by where they are described."""

    out: dict[Record, None] = field(default_factory=dict)
    into: dict[Record, None] = field(default_factory=dict)


def forms_of(api: Api) -> Forms:
    """The records of all operations and payloads."""
    forms = Forms()
    for operation in api.operations:
        for parameter in operation.parameters:
            _collect(api, api.shapes.of(parameter.schema), forms.out, out=True)
        if operation.body is not None:
            record = flat_record(api, operation.body)
            if record is not None:
                _properties(api, record, forms.out, out=True)
            else:
                for content in operation.body.content:
                    _content(api, content, forms.out, out=True)
        for response in operation.responses:
            for content in response.content:
                if content.is_stream and is_events(content):
                    for one in data_of(api, content):
                        _collect(api, one.shape, forms.into, out=False)
                else:
                    _content(api, content, forms.into, out=False)
    for payload in api.payloads:
        _content(api, payload.content, forms.into, out=False)
    return forms


def types_of(api: Api, forms: Forms) -> dict[tuple[str, Way], Shape]:
    """The components that have a type and no class, by their names and ways.

    As the records in it have a class for each way, so it has a name for each; one
    without records is the same in both.
    """
    found: dict[tuple[str, Way], Shape] = {}
    for name, schema in api.schemas.items():
        shape = api.shapes.of(schema)
        if api.shapes.resolved(schema).pointer != schema.pointer:
            continue  # it is what another one is
        if not isinstance(without_null(shape), Array | Literal | Mapping | Union):
            continue
        records = {one for one in parts(shape) if isinstance(one, Record)}
        if Record(schema.pointer) in records:
            continue  # of what it consists of, that has its name
        if records <= forms.into.keys():
            found[name, "in"] = shape
        if records and records <= forms.out.keys():
            found[name, "out"] = shape
    return found


def _content(
    api: Api, content: MediaType, found: dict[Record, None], *, out: bool
) -> None:
    if content.schema is not None:
        _collect(api, api.shapes.of(content.schema), found, out=out)


def _properties(
    api: Api, record: Record, found: dict[Record, None], *, out: bool
) -> None:
    for one in api.shapes.properties(record):
        if not (one.read_only if out else one.write_only):
            _collect(api, api.shapes.property_shape(one), found, out=out)
    if out and api.shapes.is_open(record):
        _collect(api, api.shapes.others(record), found, out=out)


def _collect(api: Api, shape: Shape, found: dict[Record, None], *, out: bool) -> None:
    waiting = [shape]
    while waiting:
        match waiting.pop():
            case Array(items=inner) | Mapping(values=inner):
                waiting.append(inner)
            case Union(members=members):
                waiting.extend(members)
            case Record() as record if record not in found:
                found[record] = None
                waiting += [
                    api.shapes.property_shape(one)
                    for one in api.shapes.properties(record)
                    if not (one.read_only if out else one.write_only)
                ]
                if out and api.shapes.is_open(record):
                    waiting.append(api.shapes.others(record))
            case _:
                pass
