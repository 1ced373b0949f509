"""Shapes -> annotations. A type string and its imports never travel apart."""

from __future__ import annotations

from dataclasses import dataclass

from ..meaning.shapes import (
    Anything,
    Array,
    Literal,
    Nothing,
    Record,
    Scalar,
    Shape,
    ShapeReference,
    Union,
)
from .plan import Import

__all__ = ["Annotation", "either", "for_request", "for_response"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type as Python writes it, and what has to be imported for it."""

    members: tuple[str, ...]
    imports: frozenset[Import] = frozenset()

    @property
    def text(self) -> str:
        """The union of the members, None last."""
        return " | ".join(sorted(self.members, key=lambda member: member == "None"))


_SCALARS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
_LITERAL = frozenset({Import("typing", "Literal")})
_SEQUENCE = frozenset({Import("collections.abc", "Sequence")})


def either(*annotations: Annotation) -> Annotation:
    """The union of `annotations`."""
    members = dict.fromkeys(m for a in annotations for m in a.members)
    imports = frozenset[Import]().union(*(a.imports for a in annotations))
    return Annotation(tuple(members), imports)


def for_request(shape: Shape) -> Annotation | None:
    """The type of a value that goes out; None where there is none yet."""
    match shape:
        case Scalar(type=type_):
            return Annotation((_SCALARS[type_],))
        case Literal(values=values, open=open_):
            scalar = not any(isinstance(v, dict | list) for v in values)
            return _literal(values, open_) if scalar and values else None
        case Array(items=items):
            inner = for_request(items)
            if inner is None or isinstance(items, Array):
                return None
            return Annotation((f"Sequence[{inner.text}]",), inner.imports | _SEQUENCE)
        case Union(members=members):
            found = [for_request(member) for member in members]
            annotations = [one for one in found if one is not None]
            return either(*annotations) if len(annotations) == len(found) else None
        case Record() | ShapeReference() | Anything() | Nothing():
            return None


def for_response(shape: Shape) -> tuple[Annotation, str] | None:
    """The type of a field that comes in, and the function that reads it.

    None where there is none yet. Values that the description does not name come too.
    """
    match shape:
        case Scalar(type="string", format="date-time-rfc-2822"):
            when = frozenset({Import("datetime", "datetime")})
            return Annotation(("datetime",), when), "rfc_2822"
        case Scalar(type=type_) if type_ in _READERS:
            return Annotation((_SCALARS[type_],)), _READERS[type_]
        case Literal(values=values) if all(isinstance(v, str) for v in values):
            return _literal(values, open_=True), "text"
        case _:
            return None


_READERS = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}


def _literal(values: tuple[object, ...], open_: bool) -> Annotation:
    """Literal takes no float, and both booleans together are bool."""
    types = {type(value) for value in values}
    both = {True, False} <= {v for v in values if isinstance(v, bool)}
    wide = {float} | ({bool} if both else set()) | ({str} if open_ else set())
    named = [
        repr(v)
        for v in values
        if v is not None
        and isinstance(v, str | int)
        and not (both and isinstance(v, bool))
    ]
    texts = [f"Literal[{', '.join(named)}]"] if named else []
    texts += [t.__name__ for t in (bool, float, str) if t in wide & types]
    if None in values:
        texts.append("None")
    return Annotation(tuple(texts), _LITERAL if named else frozenset())
