"""Strings that are bytes: a file that is sent, of which rules can say little."""

from __future__ import annotations

from dataclasses import replace

from ..meaning.rules import Schema, Type
from ..meaning.shapes import Array, Scalar, Shape, Union

__all__ = ["checkable", "is_binary", "is_bytes"]


def is_binary(schema: Schema) -> bool:
    """Whether values of `schema` are bytes, of which no rule of JSON Schema can speak.

    OAS 3.0 says ``format: binary``, OAS 3.1 §4.8.14.4.1 a media type and no encoding.
    """
    unencoded = schema.content_type is not None and schema.encoding is None
    return schema.format == "binary" or unencoded


def is_bytes(shape: Shape) -> bool:
    """Whether values of `shape`, or the items of a list, can be bytes as they are."""
    match shape:
        case Scalar(type="string", format="binary"):
            return True
        case Array(items=items):
            return is_bytes(items)
        case Union(members=members):
            return any(map(is_bytes, members))
        case _:
            return False


def checkable(schema: Schema) -> Schema:
    """`schema` with the rules that a value in Python can be checked against.

    Of bytes that is the type alone, where ``binary`` takes the place of a string: what
    can be sent as bytes.
    """
    if not is_binary(schema):
        return schema
    rules = (
        replace(rule, types=("binary", *(t for t in rule.types if t != "string")))
        for rule in schema.rules
        if isinstance(rule, Type)
    )
    return replace(schema, rules=tuple(rules))
