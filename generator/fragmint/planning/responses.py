"""Responses: what each status and kind of content is read as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..meaning.api import MediaType, Operation, Response
from ..meaning.shapes import Record, Shape
from . import plan
from .annotations import NONE, Annotation, either, for_response
from .context import Context
from .decoding import Source, decoder
from .literals import literal
from .media import is_range, kind_of
from .plan import Import
from .promises import of_results
from .streams import PlannedStream, plan_stream

__all__ = ["PlannedResponses", "plan_responses", "told"]

_READERS = ".._support.readers"
_HOMES = {"decoded": ".._support.decoders", "text_of": ".._support.text_bodies"}
_ITEMS = Source(
    "items_of(cls, response)", frozenset({Import(".._support.streams", "items_of")})
)
_ANY = Annotation(("Any",), frozenset({Import("typing", "Any")}))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedResponses:
    """How the responses of an operation are read."""

    readings: tuple[plan.Reading, ...]
    errors: tuple[plan.Reading, ...]
    imports: frozenset[Import]
    returns: Annotation
    accept: str | None
    promised: Source
    stream: PlannedStream | None


@dataclass(frozen=True, slots=True)
class _Result:
    """One kind of content of a success: the test of its kind, and what it becomes."""

    kind: str | None
    source: Source
    annotation: Annotation


def plan_responses(context: Context, operation: Operation) -> PlannedResponses:
    """The plan of what an operation answers."""
    successes = _successes(operation)
    readings: list[plan.Reading] = []
    annotation = Annotation(())
    imports: set[Import] = set()
    accept: dict[str, None] = {}
    grouped: dict[tuple[_Result, ...], list[str]] = {}
    stream = _stream(context, operation, successes)
    for response in successes:
        results = tuple(_results(context, operation, response, stream))
        grouped.setdefault(results, []).append(response.status)
        read = _whole(response) or response.content
        accept |= dict.fromkeys(c.name for c in read if is_range(c.name))
    for results, statuses in grouped.items():
        for result in results:
            annotation = either(annotation, result.annotation)
            imports |= result.source.imports
        status = _test(statuses, successful=True)
        if len(grouped) == 1 and all(
            one.isdigit() and one[0] == "2" for one in statuses
        ):
            # There is nothing else that an undescribed success can mean.
            status += f" or undescribed(response, {literal(', '.join(statuses))})"
            imports.add(Import(_READERS, "undescribed"))
        planned = tuple(
            plan.Result(kind=result.kind, source=result.source.text)
            for result in results
        )
        readings.append(plan.Reading(status=status, results=planned))
    if not successes:
        # Nothing is said of a success, so it is handed over as it came.
        annotation = Annotation(("bytes",))
        planned = (plan.Result(kind=None, source="response.body"),)
        readings.append(plan.Reading(status=_RANGE.format(2, 3), results=planned))
    errors = tuple(_errors(context, operation, imports))
    promised = of_results(
        context,
        [
            context.api.shapes.of(content.schema)
            for response in successes
            for content in response.content
            if kind_of(content.name) == "json" and content.schema is not None
        ],
    )
    return PlannedResponses(
        readings=tuple(readings),
        errors=errors,
        imports=frozenset(imports),
        returns=annotation,
        accept=", ".join(accept) if accept and operation.method != "HEAD" else None,
        promised=promised,
        stream=stream,
    )


def _stream(
    context: Context, operation: Operation, successes: list[Response]
) -> PlannedStream | None:
    if operation.method == "HEAD":
        return None
    contents = [one for response in successes for one in response.content]
    streams = [one for one in contents if one.is_stream]
    redirects = any(response.status[:1] == "3" for response in successes)
    only = len(streams) == len(contents) and not redirects
    return plan_stream(context, streams, only=only)


def _whole(response: Response) -> list[MediaType]:
    """What is read whole; only `stream` takes what comes item by item beside it."""
    return [one for one in response.content if not one.is_stream]


def _successes(operation: Operation) -> list[Response]:
    """The responses that are no errors, exact statuses first."""
    responses = operation.responses
    found = [r for r in responses if r.status[:1] == "2"]
    found = found or [r for r in responses if r.status == "default"]
    if not any(r.status[:1] == "2" for r in responses):
        # What redirects is the answer where there is no other one.
        redirects = [r for r in responses if r.status[:1] in ("1", "3")]
        found = [*redirects, *found]
    return sorted(found, key=lambda r: (r.status == "default", "X" in r.status))


_RANGE = "{0}00 <= response.status < {1}00"


def _test(statuses: list[str], *, successful: bool) -> str:
    """The test of a response's status."""
    exact = [status for status in statuses if status.isdigit()]
    ranges = [int(status[0]) for status in statuses if "X" in status]
    tests = []
    if len(exact) == 1:
        tests.append(f"response.status == {exact[0]}")
    elif exact:
        tests.append(f"response.status in ({', '.join(exact)})")
    tests += [_RANGE.format(one, one + 1) for one in ranges]
    if "default" in statuses and successful:
        tests.append(_RANGE.format(2, 3))
    return " or ".join(tests)


def _results(
    context: Context,
    operation: Operation,
    response: Response,
    stream: PlannedStream | None,
) -> Iterator[_Result]:
    """What the content of a response becomes; the kind that comes last has no test."""
    if response.status[:1] == "3" and not response.content:
        made = Import(".._support.http", "Redirect")
        annotation = Annotation(("Redirect",), frozenset({made}))
        yield _Result(None, _of_readers("redirect(response)", "redirect"), annotation)
        return
    contents = _whole(response)
    if stream is not None and (stream.plan.only or (response.content and not contents)):
        # No content is no items.
        annotation = Annotation((f"list[{stream.item.text}]",), stream.item.imports)
        yield _Result(None, _ITEMS, annotation)
        return
    if not response.content or operation.method == "HEAD":
        yield _Result(None, Source("None"), NONE)
        return
    found: dict[tuple[str, tuple[str, ...]], list[MediaType]] = {}
    results: dict[tuple[str, tuple[str, ...]], tuple[Source, Annotation]] = {}
    for content in contents:
        source, annotation = _result(context, content)
        key = (source.text, annotation.members)
        found.setdefault(key, []).append(content)
        results[key] = source, annotation
    *others, last = sorted(found, key=lambda key: _rank(found[key]))
    for key in others:
        source, annotation = results[key]
        yield _Result(_kind_test(found[key]), source, annotation)
    source, annotation = results[last]
    yield _Result(None, source, annotation)


def _rank(contents: list[MediaType]) -> tuple[bool, bool]:
    """JSON, and what takes everything, come last."""
    kinds = [kind_of(one.name) for one in contents]
    return ("json" in kinds, any("*" in one.name for one in contents))


def _kind_test(contents: list[MediaType]) -> str:
    exact, prefixes = [], []
    for content in contents:
        bare = content.name.partition(";")[0].strip().lower()
        if bare.endswith("/*"):
            prefixes.append(bare[:-1])
        else:
            exact.append(bare)
    tests = []
    if len(exact) == 1:
        tests.append(f"response.media_type == {literal(exact[0])}")
    elif exact:
        tests.append(f"response.media_type in {literal(list(exact))}")
    tests += [
        f"response.media_type.startswith({literal(one if one != '*/' else '')})"
        for one in prefixes
    ]
    return " or ".join(tests)


def _result(context: Context, content: MediaType) -> tuple[Source, Annotation]:
    kind = kind_of(content.name, sequential=content.sequential)
    if kind in ("text", "form"):
        return _of_readers("text_of(response)", "text_of"), Annotation(("str",))
    if kind in ("binary", "multipart"):
        return Source("response.body"), Annotation(("bytes",))
    if content.schema is None:
        return _of_readers("json_of(response)", "json_of"), _ANY
    schema = context.telling(content.schema)
    if schema.format == "binary" or "*" in content.name:
        return Source("response.body"), Annotation(("bytes",))
    shape = context.api.shapes.of(content.schema)
    annotation = for_response(shape, context.names, context.formats)
    if isinstance(shape, Record):
        read = context.reader(shape)
        source = _of_readers(f"content(response, {read.name})", "content")
        return Source(source.text, source.imports | {read}), annotation
    inner = decoder(shape, context, context.formats)
    if inner.text == "as_anything":
        return _of_readers("json_of(response)", "json_of"), annotation
    source = _of_readers(f"decoded(response, {inner.text})", "decoded")
    source = Source(source.text, source.imports | inner.imports)
    return told(context, source, shape, annotation), annotation


def _of_readers(text: str, name: str) -> Source:
    home = _HOMES.get(name, _READERS)
    return Source(text, frozenset({Import(home, name)}))


def _errors(
    context: Context, operation: Operation, imports: set[Import]
) -> Iterator[plan.Reading]:
    """How the bodies of errors are read; that of the status "" is for all others.

    What reads them is imported when there is one; `imports` gets the rest.
    """
    grouped: dict[str, tuple[Source, list[str]]] = {}
    for response in operation.responses:
        if response.status[:1] in ("1", "2", "3"):
            continue
        for content in response.content:
            if kind_of(content.name) == "json" and content.schema is not None:
                shape = context.api.shapes.of(content.schema)
                # The class is asked for, as what is read is one.
                for_response(shape, context.names, context.formats)
                source = decoder(shape, context, context.formats)
                if source.text != "as_anything":
                    group = grouped.setdefault(source.text, (source, []))
                    group[1].append(response.status)
                break
    for source, _ in grouped.values():
        imports |= {one for one in source.imports if not one.generated}
    # An exact status goes before a range, and that before the rest (OAS 3.1 §4.8.16).
    for is_next in (str.isdigit, _is_range, "default".__eq__):
        for source, statuses in grouped.values():
            meant = list(filter(is_next, statuses))
            if not meant:
                continue
            late = tuple(sorted(i for i in source.imports - imports if i.generated))
            results = (plan.Result(kind=None, source=source.text),)
            status = "" if meant == ["default"] else _test(meant, successful=False)
            yield plan.Reading(status=status, results=results, late=late)


def _is_range(status: str) -> bool:
    return status[1:] == "XX"


def told(
    context: Context, source: Source, shape: Shape, annotation: Annotation
) -> Source:
    """`source`, with its type where no checker finds it out."""
    inferred = for_response(shape, context.names, context.formats, inferred=True)
    if inferred.text == annotation.text:
        return source
    text = f"cast({literal(annotation.text)}, {source.text})"
    needs = annotation.imports | {Import("typing", "cast")}
    return Source(text, source.imports | needs)
