"""Which bodies are fields of their operation."""

from __future__ import annotations

from ..meaning.api import Api, Body, MediaType
from ..meaning.shapes import Record, Shape, is_nullable, without_null
from .media import content_type, kind_of

__all__ = ["flat_record", "preferred"]


def preferred(contents: tuple[MediaType, ...]) -> list[MediaType]:
    """The media types of a body, each once, those that say more of it first."""
    ranks = ("json", "form", "multipart", "text", "binary")
    found: dict[str, MediaType] = {}
    for content in contents:
        found.setdefault(content_type(content.name), content)
    return sorted(found.values(), key=lambda one: ranks.index(kind_of(one.name)))


def flat_record(api: Api, body: Body) -> Record | None:
    """The record whose properties can be fields of the operation, if the body is one.

    All its media types have to say the same. Where the body can be left out, no
    property may be required: with the body, it would have to be given. Where it can be
    null, which only JSON can write, no field could say so.
    """
    found: list[Shape] = []
    for content in preferred(body.content):
        kind = kind_of(content.name)
        if kind not in ("json", "form", "multipart"):
            return None
        if content.schema is None or content.sequential:
            return None
        shape = api.shapes.of(content.schema)
        if kind == "json" and is_nullable(shape):
            return None
        found.append(without_null(shape))
    record = found[0] if found else None
    if not isinstance(record, Record) or any(one != record for one in found):
        return None
    if not body.required and any(p.required for p in api.shapes.properties(record)):
        return None
    return record
