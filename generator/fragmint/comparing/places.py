"""Where a thing stands that a package has: in its files, or in its description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from ..reading import JSON, Description, Pointer
from ..reading.pointers import from_fragment, resolve
from .surface import Key, Spot

__all__ = ["Where", "in_description", "in_package"]

_PREFIX = "#/components/schemas/"


class Where(NamedTuple):
    """A line of a file, and the column where it is known.

    Whoever reads it needs the column only where all stands in the first line.
    """

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        column = f":{self.column}" if self.line == 1 and self.column > 1 else ""
        return f"{self.file}:{self.line}{column}"


def in_package(shown: str, spot: Spot) -> Where:
    """The line of the package, whose folder is called `shown`."""
    return Where(f"{shown}/{spot.file}", spot.line)


def in_description(description: Description, shown: str, spot: Spot) -> Where:
    """Where in the description stands what says what stands at `spot`.

    Of what no one line says, it is that of what it belongs to, else the first.
    """
    pointer = next(_pointers(cast("dict[str, Any]", description.value), spot.key), ())
    place = description.place(pointer, key=True)
    return Where(f"{shown}{place.file}", place.line, place.column)


def _pointers(document: Mapping[str, Any], key: Key) -> Iterator[Pointer]:
    """What `key` means in the document, the nearest first."""
    match key:
        case (method, path, *rest) if path.startswith("/"):
            at: Pointer = ("paths", path, method.lower())
            if _at(document, at) is None:
                at = ("paths", path, "additionalOperations", method)
            match rest:
                case ["body", name]:
                    body = (*at, "requestBody")
                    yield from _of_body(document, body, name)
                    yield body
                case [place, name]:
                    yield from _of_parameters(document, at, place, name)
                case _:
                    pass
            yield at
        case (schema, *names) if schema.startswith("#/"):
            pointer = from_fragment(re.sub(" (in|out)$", "", schema)[1:])
            for name in names:
                yield from _of_property(document, pointer, name, 8)
            yield pointer
        case ("client", name, scheme):
            yield ("components", "securitySchemes", scheme)
        case ("client", name):
            schemes = document.get("components", {}).get("securitySchemes", {})
            if name == "base_url":
                yield from [("servers",)] * ("servers" in document)
            elif name not in ("timeout", "transport") and schemes:
                yield ("components", "securitySchemes")
        case ("servers", *_):
            yield ("servers",)
        case _:
            pass


def _of_parameters(
    document: Mapping[str, Any], at: Pointer, place: str, name: str
) -> Iterator[Pointer]:
    for holder in (at, at[:2]):
        value = _at(document, holder)
        found: list[dict[str, Any]] = (value or {}).get("parameters", [])
        for index, one in enumerate(found):
            if (one["in"], one["name"]) == (place, name):
                yield (*holder, "parameters", index)


def _of_body(document: Mapping[str, Any], at: Pointer, name: str) -> Iterator[Pointer]:
    content: dict[str, Any] = (_at(document, at) or {}).get("content", {})
    for media_type in content:
        schema = (*at, "content", media_type, "schema")
        yield from _of_property(document, schema, name, 8)


def _of_property(
    document: Mapping[str, Any], at: Pointer, name: str, depth: int
) -> Iterator[Pointer]:
    """A property of a schema, which can be a part of it or stand elsewhere."""
    schema = _at(document, at)
    if not isinstance(schema, dict) or not depth:
        return
    if name in schema.get("properties", {}):
        yield (*at, "properties", name)
    target = schema.get("$ref", "")
    if target.startswith(_PREFIX):
        yield from _of_property(document, from_fragment(target[1:]), name, depth - 1)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for index, _ in enumerate(schema.get(keyword, ())):
            part = (*at, keyword, index)
            yield from _of_property(document, part, name, depth - 1)


def _at(document: Mapping[str, Any], pointer: Pointer) -> Any:
    try:
        return resolve(cast(JSON, document), pointer)[0]
    except KeyError:
        return None
