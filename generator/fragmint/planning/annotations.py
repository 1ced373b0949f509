"""Shapes -> annotations. A type string and its imports never travel apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, assert_never

from ..meaning.shapes import (
    Anything,
    Array,
    Literal,
    Mapping,
    Nothing,
    Record,
    Recursion,
    Scalar,
    Shape,
    Union,
    without_null,
)
from .formats import Formats
from .plan import Import

__all__ = [
    "DEEPEST",
    "NONE",
    "Annotation",
    "Classes",
    "either",
    "for_request",
    "for_response",
]

DEEPEST = 8
"""What nests deeper in lists and mappings is told as Any: nobody reads such a type."""
_MOST_VALUES = 500
"""A literal with more values than this is told as the type of its values."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type as Python writes it, and what has to be imported for it."""

    members: tuple[str, ...]
    imports: frozenset[Import] = frozenset()

    @property
    def text(self) -> str:
        """The union of the members, None last."""
        if "Any" in self.members:
            return "Any"
        return " | ".join(sorted(self.members, key=lambda member: member == "None"))


class Classes(Protocol):
    """Which class stands for a record."""

    def request(self, record: Record) -> Import:
        """The class of a record that goes out."""
        ...

    def response(self, record: Record) -> Import:
        """The class of a record that comes in."""
        ...


_SCALARS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
_ANY = Annotation(("Any",), frozenset({Import("typing", "Any")}))
_LITERAL = frozenset({Import("typing", "Literal")})
_SEQUENCE = frozenset({Import("collections.abc", "Sequence")})
_MAPPING = frozenset({Import("collections.abc", "Mapping")})
NONE = Annotation(("None",))
_UNKNOWN = Annotation(("dict[str, Any]",), _ANY.imports)
"""An object that a union's tag has no name for."""


def either(*annotations: Annotation) -> Annotation:
    """The union of `annotations`."""
    members = dict.fromkeys(m for a in annotations for m in a.members)
    if "Any" in members:
        return _ANY  # says it all
    imports = frozenset[Import]().union(*(a.imports for a in annotations))
    return Annotation(tuple(members), imports)


def for_request(shape: Shape, classes: Classes, formats: Formats) -> Annotation:
    """The type of a value that goes out."""

    def of(shape: Shape, depth: int = 0) -> Annotation:
        if depth > DEEPEST:
            return _ANY
        match shape:
            case Scalar(type="string", format=str(name)) if name in formats:
                row = formats[name]
                imports = frozenset({row.type} if row.type else ())
                return Annotation((row.name, "str"), imports)
            case Scalar(type=type_):
                return Annotation((_SCALARS[type_],))
            case Literal(values=values, open=open_):
                return _literal(values, open_)
            case Array(items=items):
                inner = of(items, depth + 1)
                return Annotation(
                    (f"Sequence[{inner.text}]",), inner.imports | _SEQUENCE
                )
            case Mapping(values=values):
                inner = of(values, depth + 1)
                text = f"Mapping[str, {inner.text}]"
                return Annotation((text,), inner.imports | _MAPPING)
            case Record():
                made = classes.request(shape)
                return Annotation((made.spelled,), frozenset({made}))
            case Union(members=members):
                return either(*(of(member, depth) for member in members))
            case Nothing():
                return NONE
            case Recursion() | Anything():
                return _ANY
            case _:
                assert_never(shape)

    return of(shape)


def for_response(
    shape: Shape, classes: Classes, formats: Formats, *, inferred: bool = False
) -> Annotation:
    """The type of a value that comes in. Those that nobody described come too.

    If `inferred`, it is what a type checker finds out of the decoder by itself: nothing
    of what a union is, but that it can be null.
    """

    def of(shape: Shape, depth: int = 0) -> Annotation:
        if depth > DEEPEST:
            return _ANY
        match shape:
            case Scalar(type="string", format=str(name)) if name in formats:
                row = formats[name]
                imports = frozenset({row.type} if row.type else ())
                return Annotation((row.name,), imports)
            case Scalar(type=type_):
                return Annotation((_SCALARS[type_],))
            case Literal(values=values):
                return _literal(values, open_=True)
            case Array(items=items):
                inner = of(items, depth + 1)
                return Annotation((f"list[{inner.text}]",), inner.imports)
            case Mapping(values=values):
                inner = of(values, depth + 1)
                return Annotation((f"dict[str, {inner.text}]",), inner.imports)
            case Record():
                made = classes.response(shape)
                return Annotation((made.spelled,), frozenset({made}))
            case Union() if inferred:
                bare = without_null(shape)
                return _ANY if bare == shape else either(of(bare, depth), NONE)
            case Union(members=members, tag=tag):
                known = [of(member, depth) for member in members]
                others = tag is not None and tag.otherwise is None
                return either(*known, *([_UNKNOWN] if others else ()))
            case Recursion() | Anything() | Nothing():
                return _ANY
            case _:
                assert_never(shape)

    return of(shape)


def _literal(values: tuple[object, ...], open_: bool) -> Annotation:
    """Literal takes no float and no list, and both booleans together are bool."""
    types = {type(value) for value in values}
    if types & {list, dict}:
        return _ANY
    both = open_ or {True, False} <= {v for v in values if isinstance(v, bool)}
    wide = {float} | ({bool} if both else set()) | ({str, int} if open_ else set())
    if len(values) > _MOST_VALUES:
        wide |= {str, int}
    named = [
        _quoted(v)
        for v in values
        if isinstance(v, str | int)
        and not (len(values) > _MOST_VALUES or (both and isinstance(v, bool)))
    ]
    texts = [f"Literal[{', '.join(dict.fromkeys(named))}]"] if named else []
    texts += [t.__name__ for t in (bool, int, float, str) if t in wide & types]
    if type(None) in types:
        texts.append("None")
    return Annotation(tuple(texts), _LITERAL if named else frozenset())


def _quoted(value: str | int) -> str:
    # A lone surrogate is no text that a file could hold; its escape is.
    return (
        ascii(value)
        if isinstance(value, str) and not value.isprintable()
        else repr(value)
    )
