"""Streams: how the items of a response are read, and of which type they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..meaning.api import MediaType
from ..meaning.shapes import Anything, Scalar, Shape
from . import plan
from .annotations import Annotation, either, for_response
from .context import Context
from .decoding import Source, decoder
from .events import Data, data_of, is_events, item_of
from .literals import literal
from .plan import Import

__all__ = ["AS_IT_COMES", "PlannedStream", "in_pieces", "plan_stream"]

AS_IT_COMES = "Use it in a `with` statement; what comes is read as you iterate over it."
_STREAMS = ".._support.streams"
_EVENT = "ServerSentEvent"
_ANYTHING = Import(".._support.decoders", "as_anything")
_NO_JSON = ("response.body", "text_of(response)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStream:
    """What comes item by item: the plan of it, the type of an item, what it needs."""

    plan: plan.Stream
    item: Annotation
    imports: frozenset[Import]


def plan_stream(
    context: Context, contents: Iterable[MediaType], *, only: bool
) -> PlannedStream | None:
    """The plan of the streams among `contents`; `only`: there is nothing else."""
    rows: dict[str, str] = {}
    item = Annotation(())
    base = "ItemsRequest" if only else "StreamRequest"
    imports = {Import(_STREAMS, base)}
    done = None
    for content in contents:
        source, annotation = _item(context, content)
        rows.setdefault(content.name.partition(";")[0].strip().lower(), source.text)
        item = either(item, annotation)
        imports |= source.imports
        done = done or content.done
    if not rows:
        return None
    planned = plan.Stream(
        decoders=tuple(rows.items()), item=item.text, done=done, only=only
    )
    return PlannedStream(plan=planned, item=item, imports=frozenset(imports))


def _item(context: Context, content: MediaType) -> tuple[Source, Annotation]:
    if not is_events(content):
        shape = item_of(context.api, content)
        return decoder(shape, context, context.formats), _type(context, shape)
    *named, rest = data_of(context.api, content)
    data = either(*(_data_type(context, one) for one in (*named, rest)))
    made = Import(_STREAMS, _EVENT)
    annotation = Annotation((f"{_EVENT}[{data.text}]",), data.imports | {made})
    source = _data(context, rest)
    if named:
        rows = [(name, _data(context, one)) for one in named for name in one.names]
        by_name = ", ".join(f"{literal(name)}: {one.text}" for name, one in rows)
        imports = source.imports.union(*(one.imports for _, one in rows))
        text = f"by_event({{{by_name}}}, {source.text})"
        source = Source(text, imports | {Import(_STREAMS, "by_event")})
    return source, annotation


def _data(context: Context, data: Data) -> Source:
    """What reads an event with such data."""
    inner = decoder(data.shape, context, context.formats)
    if not data.is_json and inner.text in ("as_text", "as_anything"):
        return Source("as_anything", frozenset({_ANYTHING}))
    function = "json_data" if data.is_json else "text_data"
    imports = inner.imports | {Import(_STREAMS, function)}
    return Source(f"{function}({inner.text})", imports)


def _data_type(context: Context, data: Data) -> Annotation:
    if not data.is_json and data.shape == Anything():
        return _type(context, Scalar("string"))
    return _type(context, data.shape)


def _type(context: Context, shape: Shape) -> Annotation:
    return for_response(shape, context.names, context.formats)


def in_pieces(operations: Iterable[plan.Operation]) -> bool:
    """Whether there is an answer to take as it comes in: all JSON is read whole."""
    return any(
        one.stream is not None
        or any(result.source in _NO_JSON for r in one.readings for result in r.results)
        for one in operations
    )
