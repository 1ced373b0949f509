"""Which records have a class, and in which direction they go."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..meaning.api import Api, MediaType
from ..meaning.shapes import Array, Mapping, Record, Shape, Union
from .events import data_of, is_events
from .flattening import flat_record

__all__ = ["Forms", "forms_of"]


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
