"""The response examples of a description: read by the package, and written again."""

from __future__ import annotations

import contextlib
import json
import warnings
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from .calling import kind_of
from .counter import Operation
from .dialect import Dialect, Schema
from .library import Library, Node, Unresolved, mapping, sequence
from .package import Package, Request
from .wire import alike

__all__ = ["Example", "of_operation", "read"]


@dataclass(frozen=True, slots=True)
class Example:
    """A response that the description shows, and the schema that it must fit."""

    status: int
    media_type: str
    value: Any
    schema: Schema


def of_operation(
    library: Library, dialect: Dialect, operation: Operation
) -> Iterator[Example]:
    """The JSON examples of an operation's responses."""
    for said, response in operation.node.child("responses").fields():
        status = _status(said, operation.statuses)
        try:
            response = library.resolved(response)
            for media_type, schema, value in _shown(library, response):
                if kind_of(media_type) == "json":
                    fits = dialect.schema(schema) if schema.value is not None else True
                    yield Example(status, media_type, _unquoted(value), fits)
        except Unresolved:
            continue  # what it means for the package, others tell


def read(package: Package, request: Request, example: Example) -> str | None:
    """What is wrong with how an example is read; None if nothing."""
    http = package.module("_support.http")
    errors = package.module("_support.errors")
    answered = package.answered
    if answered is None:
        return "the runtime has no answered()"
    response = http.HttpResponse(
        status=example.status,
        headers={"content-type": example.media_type},
        body=json.dumps(example.value).encode(),
    )
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            model: Any = request.model.read(response)
        except errors.ApiError as error:
            model = error.error
            if model is None and example.schema is True:
                return None  # of an error without a schema there is the response
            if model is None and example.value is not None:
                return "the error's body is not read"
        except Exception as error:  # noqa: BLE001  # told, whatever it is
            return f"raises {type(error).__name__}: {error}"
    if warned:
        return f"warns: {warned[0].message}"
    try:
        again = json.loads(json.dumps(answered(model)))
    except Exception as error:  # noqa: BLE001  # told, whatever it is
        return f"cannot be written again: {type(error).__name__}: {error}"
    difference = _difference(example.value, again)
    return f"comes back otherwise: {difference}" if difference else None


def _unquoted(value: Any) -> Any:
    """An example that is given as text, which is allowed where it is no JSON."""
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        with contextlib.suppress(ValueError):
            return json.loads(value)
    return value


def _status(said: str, all_said: tuple[str, ...]) -> int:
    """A status that this response is for."""
    if said.isdecimal():
        return int(said)
    taken = {int(one) for one in all_said if one.isdecimal()}
    first = int(said[0]) * 100 if said[:1].isdecimal() else 500
    return next(one for one in range(first, first + 100) if one not in taken)


def _shown(library: Library, response: Node) -> Iterator[tuple[str, Node, Any]]:
    """Media type, schema and value of each example of a response."""
    old = response.child("schema")
    for media_type, example in response.child("examples").fields():
        if isinstance(example.value, dict | list):
            yield media_type, old, example.value
    if old.value is not None:
        for value in _of_schema(library, old):
            yield "application/json", old, value
    for media_type, media in response.child("content").fields():
        media = library.resolved(media)
        schema = media.child("schema")
        found = mapping(media.value)
        if "example" in found:
            yield media_type, schema, found["example"]
        for _, one in media.child("examples").fields():
            fields = mapping(library.resolved(one).value)
            for key in ("value", "dataValue"):
                if key in fields:
                    yield media_type, schema, fields[key]
        if "example" not in found and "examples" not in found:
            for value in _of_schema(library, schema):
                yield media_type, schema, value


def _of_schema(library: Library, schema: Node) -> Iterator[Any]:
    try:
        fields = mapping(library.resolved(schema).value)
    except Unresolved:
        return
    if "example" in fields:
        yield fields["example"]
    yield from sequence(fields.get("examples"))


def _difference(example: Any, again: Any, where: str = "") -> str | None:
    """Where the two are not the same JSON.

    Null and absent are one; so are two spellings of an instant, or of the same bytes.
    """
    if isinstance(example, dict) and isinstance(again, dict):
        mine, theirs = cast("dict[str, Any]", example), cast("dict[str, Any]", again)
        for key in [*mine, *(key for key in theirs if key not in mine)]:
            inner = _difference(mine.get(key), theirs.get(key), f"{where}/{key}")
            if inner:
                return inner
        return None
    if isinstance(example, list) and isinstance(again, list):
        first, second = example, again
        if len(first) != len(second):
            return f"{len(second)} items for {len(first)} at {where}"
        for number, (one, other) in enumerate(zip(first, second, strict=True)):
            inner = _difference(one, other, f"{where}/{number}")
            if inner:
                return inner
        return None
    same = alike(example, again) or _same_instant(example, again)
    if same or _same_bytes(example, again):
        return None
    return f"{again!r} for {example!r} at {where}"


def _same_bytes(example: Any, again: Any) -> bool:
    """Whether two texts are base64 that differs in bits that stand for nothing."""
    if not isinstance(example, str) or not isinstance(again, str):
        return False
    try:
        one, other = b64decode(example, validate=True), b64decode(again, validate=True)
    except ValueError:
        return False
    return one == other and len(example) == len(again)


def _same_instant(example: Any, again: Any) -> bool:
    if not isinstance(example, str) or not isinstance(again, str):
        return False
    try:
        one, other = datetime.fromisoformat(example), datetime.fromisoformat(again)
        return one == other
    except (ValueError, TypeError):
        return False
