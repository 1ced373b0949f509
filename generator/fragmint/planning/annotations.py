"""Shapes -> annotations. A type string and its imports never travel apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal as OneOf
from typing import NamedTuple, Protocol, TypeAlias, assert_never

from ..meaning.shapes import (
    Anything,
    Array,
    Literal,
    Mapping,
    Named,
    Nothing,
    Record,
    Recursion,
    Scalar,
    Shape,
    Union,
    without_null,
)
from .formats import Formats
from .imports import Import, named_in

__all__ = [
    "DEEPEST",
    "NONE",
    "Annotation",
    "Classes",
    "Known",
    "either",
    "for_name",
    "for_request",
    "for_response",
]

DEEPEST = 8
"""What nests deeper in lists and mappings is told as Any: nobody reads such a type."""
_MOST_VALUES = 500
"""A literal with more values than this is told as the type of its values."""
_LITERAL_HEAD = "Literal["


class Known(NamedTuple):
    """A name for several members of a union."""

    name: Import
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type as Python writes it, and what has to be imported for it.

    `members` are those of a union, each value of a `Literal` by itself; `needs` is what
    they import. Those in `known` have names, which take their places.
    """

    members: tuple[str, ...]
    needs: frozenset[Import] = frozenset()
    known: tuple[Known, ...] = ()

    @property
    def text(self) -> str:
        """The union of the members, None last."""
        if "Any" in self.members:
            return "Any"
        left = dict.fromkeys(self.members)
        for name, members in self.known:
            if members <= {*self.members} and not members.isdisjoint(left):
                # It stands where the first one of them did.
                left = {name.spelled if o in members else o: None for o in left}
        return " | ".join(sorted(_joined(left), key=lambda one: one == "None"))

    @property
    def imports(self) -> frozenset[Import]:
        """What has to be imported for the text."""
        names = (one.name for one in self.known)
        return frozenset(named_in(self.text, {*self.needs, *names}))


def _joined(members: Iterable[str]) -> list[str]:
    """The same, all values in one `Literal`, where the first one stands."""
    values = [m for m in members if m.startswith(_LITERAL_HEAD)]
    inner = ", ".join(one.removeprefix(_LITERAL_HEAD)[:-1] for one in values)
    whole = f"{_LITERAL_HEAD}{inner}]"
    return [*dict.fromkeys(whole if one in values else one for one in members)]


Way: TypeAlias = OneOf["in", "out"]
"""Of a name: whether it is that of what comes in, or of what goes out."""


class Classes(Protocol):
    """Which class stands for a record, and which name for a type without one."""

    def request(self, record: Record) -> Import:
        """The class of a record that goes out."""
        ...

    def response(self, record: Record) -> Import:
        """The class of a record that comes in."""
        ...

    def comes(self, record: Record) -> bool:
        """Whether a record comes in at all."""
        ...

    def type_name(self, component: str, way: Way) -> Import | None:
        """The name of the type of a component, if it has one in that way."""
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
_UNKNOWN = Annotation(("dict[str, Any]",), _ANY.needs)
"""An object that a union's tag has no name for."""


def either(*annotations: Annotation) -> Annotation:
    """The union of `annotations`."""
    members = dict.fromkeys(m for a in annotations for m in a.members)
    if "Any" in members:
        return _ANY  # says it all
    needs = frozenset[Import]().union(*(a.needs for a in annotations))
    known = dict.fromkeys(one for a in annotations for one in a.known)
    return Annotation(tuple(members), needs, tuple(known))


def for_request(shape: Shape, classes: Classes, formats: Formats) -> Annotation:
    """The type of a value that goes out. What has come in can go out again."""
    return _Speller("request", classes, formats).of(shape)


def for_response(
    shape: Shape, classes: Classes, formats: Formats, *, inferred: bool = False
) -> Annotation:
    """The type of a value that comes in. Those that nobody described come too.

    If `inferred`, it is what a type checker finds out of the decoder by itself: nothing
    of what a union is, but that it can be null.
    """
    return _Speller("inferred" if inferred else "response", classes, formats).of(shape)


def for_name(
    component: str, shape: Shape, classes: Classes, formats: Formats, way: Way
) -> Annotation:
    """What the name of a type stands for: the values that are described, but null."""
    return _Speller(way, classes, formats).of(_nameless(shape, component))


@dataclass(frozen=True, slots=True)
class _Speller:
    """Spells the types of values that go one way, or those that a name stands for."""

    way: OneOf["request", "response", "inferred", "in", "out"]
    classes: Classes
    formats: Formats

    def of(self, shape: Shape, depth: int = 0) -> Annotation:
        """The type of `shape`, which is so deep in lists and mappings."""
        if depth > DEEPEST:
            return _ANY
        match shape:
            case Scalar(type="string", format=str(name)) if name in self.formats:
                row = self.formats[name]
                needs = frozenset({row.type} if row.type else ())
                text = ("str",) if self.way == "request" else ()
                return Annotation((row.name, *text), needs)
            case Scalar(type=type_):
                return Annotation((_SCALARS[type_],))
            case Literal(values=values, open=open_, named=named):
                found = _literal(values, open_ or self._comes)
                return self._named(found, named)
            case Array(items=items):
                inner = self.of(items, depth + 1)
                if self._goes:
                    return _around("Sequence[{}]", inner, _SEQUENCE)
                return _around("list[{}]", inner)
            case Mapping(values=values):
                inner = self.of(values, depth + 1)
                if self._goes:
                    return _around("Mapping[str, {}]", inner, _MAPPING)
                return _around("dict[str, {}]", inner)
            case Record():
                return either(*map(_of_class, self._classes(shape)))
            case Union() if self.way == "inferred":
                bare = without_null(shape)
                return _ANY if bare == shape else either(self.of(bare, depth), NONE)
            case Union(members=members, tag=tag, named=named):
                each = [self.of(member, depth) for member in members]
                others = self._comes and tag is not None and tag.otherwise is None
                whole = either(*each, *([_UNKNOWN] if others else ()))
                return self._named(whole, named)
            case Nothing() if self.way == "request":
                return NONE
            case Recursion() | Anything() | Nothing():
                return _ANY
            case _:
                assert_never(shape)

    @property
    def _comes(self) -> bool:
        """Whether it is what comes in, and what nobody described comes too."""
        return self.way in ("response", "inferred")

    @property
    def _goes(self) -> bool:
        """Whether it is what goes out."""
        return self.way in ("request", "out")

    def _classes(self, record: Record) -> list[Import]:
        if not self._goes:
            return [self.classes.response(record)]
        found = [self.classes.request(record)]
        if self.way == "request" and self.classes.comes(record):
            found.append(self.classes.response(record))
        return found

    def _named(self, found: Annotation, named: Named) -> Annotation:
        """`found`, with the names of what it consists of."""
        ways: tuple[Way, ...] = ("out", "in") if self._goes else ("in",)
        known: list[Known] = []
        for component, shape in named:
            for way in ways:
                name = self.classes.type_name(component, way)
                if name is not None:
                    bare = replace(self, way=way).of(_nameless(shape))
                    known.append(Known(name, frozenset(bare.members)))
        # What consists of others goes before these.
        return replace(found, known=(*known, *found.known))


def _of_class(made: Import) -> Annotation:
    return Annotation((made.spelled,), frozenset({made}))


def _around(
    outer: str, inner: Annotation, needs: frozenset[Import] = frozenset()
) -> Annotation:
    return Annotation((outer.format(inner.text),), inner.imports | needs)


def _nameless(shape: Shape, name: str | None = None) -> Shape:
    """`shape` without null, and without its names, or one of them."""
    match without_null(shape):
        case Literal(named=named) | Union(named=named) as bare:
            left = (one for one in named if name not in (None, one[0]))
            return replace(bare, named=tuple(left))
        case bare:
            return bare


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
    texts = [f"Literal[{one}]" for one in dict.fromkeys(named)]
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
