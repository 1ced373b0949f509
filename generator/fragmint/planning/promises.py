"""What a description promises of a response that no annotation there says.

The annotations of what comes in admit more than is described: each field can be None,
each enumeration can have other values. What is said here lets strict reading tell what
was described from what is only let pass.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..meaning.shapes import (
    Array,
    Literal,
    Mapping,
    Record,
    Recursion,
    Scalar,
    Shape,
    Union,
    is_nullable,
)
from ..meaning.shaping import Property
from .context import Context
from .decoding import Source
from .formats import Formats
from .literals import literal
from .plan import Import

__all__ = ["of_record", "of_results"]

_PROMISED = Import(".._support.models", "Promised")


def of_record(
    context: Context,
    record: Record,
    properties: Iterable[Property],
    shapes: dict[str, Shape],
    spelled: dict[str, str],
) -> Source:
    """The promise of a record that comes in; no text if there is none.

    Args:
        context: What the package shares.
        record: The record.
        properties: Those that come in.
        shapes: The shape of each.
        spelled: The field of each.
    """
    required = [one.name for one in properties if one.required]
    nullable = [name for name in required if _takes_null(shapes[name])]
    extensible = [
        name
        for name, shape in shapes.items()
        if _is_extensible([shape], context.formats)
    ]
    arguments = [literal(spelled[n]) for n in required if n not in nullable]
    arguments += _listed("nullable", [spelled[name] for name in nullable])
    arguments += _listed("extensible", [spelled[name] for name in extensible])
    if context.api.shapes.is_closed(record):
        arguments.append("closed=True")
    return _source(arguments)


def of_results(context: Context, shapes: Iterable[Shape]) -> Source:
    """The promise of what an operation returns, apart from the records in it."""
    extensible = _is_extensible(shapes, context.formats)
    return _source(_listed("extensible", ["read"] if extensible else []))


def _source(arguments: list[str]) -> Source:
    if not arguments:
        return Source("")
    return Source(f"Promised({', '.join(arguments)})", frozenset({_PROMISED}))


def _listed(argument: str, names: list[str]) -> list[str]:
    listed = "".join(f"{literal(name)}, " for name in names)
    return [f"{argument}=({listed})"] if names else []


def _takes_null(shape: Shape) -> bool:
    match shape:
        case Recursion():
            return True  # nobody knows
        case Union(members=members):
            return any(map(_takes_null, members))
        case _:
            return is_nullable(shape)


def _is_extensible(shapes: Iterable[Shape], formats: Formats) -> bool:
    """Whether a value of one of `shapes` can be another than a `Literal` there names.

    It is if the description has the enumeration open, or its type beside it. (What
    comes in and is not described can be another one, too.)
    """
    members = [one for shape in shapes for one in _members(shape)]
    if any(isinstance(one, Literal) and one.open for one in members):
        return True
    named = {
        type(value)
        for one in members
        if isinstance(one, Literal)
        for value in one.values
    }
    plain = {
        kind
        for one in members
        if isinstance(one, Scalar)
        and not (one.type == "string" and one.format in formats)
        for kind in _TYPES.get(one.type, ())
    }
    items = [one.items for one in members if isinstance(one, Array)]
    values = [one.values for one in members if isinstance(one, Mapping)]
    return not named.isdisjoint(plain) or any(
        _is_extensible(inner, formats) for inner in (items, values) if inner
    )


def _members(shape: Shape) -> tuple[Shape, ...]:
    return shape.members if isinstance(shape, Union) else (shape,)


_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int,),  # no `Literal` names a number with a fraction
}
