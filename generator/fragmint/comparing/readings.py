"""What responses are read as, side by side: does the same answer become another class?

The decoders of a package say it. One of a union tries its branches in their order, or
by a tag, and so other branches before it, or others that they take, can make another
class of what came before as well as after.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TypeAlias

from .apart import Said
from .checks import Library
from .formulas import Leaf

__all__ = ["Readings", "Tags", "decoder_in", "tags_of", "type_of"]

Readers: TypeAlias = Mapping[str, str]
"""The types that functions read, by the names of these."""
Tags: TypeAlias = dict[tuple[str, str], str]
"""What a value is read as by its discriminator: a property, and the value of that."""

_JSON = {
    "as_integer": "number",
    "as_number": "number",
    "as_boolean": "boolean",
    "as_null": "null",
    "as_object": "object",
    "as_record": "object",
    "map_of": "object",
    "list_of": "array",
    "as_anything": "",
    "as_decimal": "",
}
"""What JSON has where a decoder can read it, if that is no string; "": anything."""
_NO_TWO = {"as_date", "as_datetime", "as_uuid"}
"""Decoders of text of which no two read the same."""
_KEPT = "as_object"
"""What an object is read by that a discriminator has no name for."""
_INSIDE = {"list_of", "map_of", "json_data", "nullable"}


def decoder_in(node: ast.expr) -> ast.expr | None:
    """The decoder in an expression that reads a response, a field, or a payload."""
    match node:
        case ast.Call(ast.Name("cast"), [_, inner]):
            return decoder_in(inner)
        case ast.Call(ast.Name("decoded"), [_, decoder]):
            return decoder
        case ast.Call(ast.Name("value" | "received"), [_, _, decoder, *_]):
            return decoder
        case ast.Call(ast.Name("content"), [_, ast.Name() as read]):
            return _record(read)
        case ast.Call(ast.Name("record"), [_, _, ast.Name() as read]):
            return _record(read)
        case ast.Call(ast.Name("records"), [_, _, ast.Name() as read]):
            return ast.Call(ast.Name("list_of"), [_record(read)], [])
        case _:
            return None


def _record(read: ast.Name) -> ast.expr:
    return ast.Call(ast.Name("as_record"), [read], [])


def type_of(decoder: ast.expr, readers: Readers) -> str:
    """The type that a decoder makes, as far as it has a name."""

    def of(node: ast.expr) -> str:
        return type_of(node, readers)

    match decoder:
        case ast.Name(name):
            return readers.get(name, name)
        case ast.Call(ast.Name("as_record" | "json_data"), [inner]):
            return of(inner)
        case ast.Call(ast.Name("parsed"), [kind]):
            return ast.unparse(kind)
        case ast.Call(ast.Name("list_of"), [inner]):
            return f"list[{of(inner)}]"
        case ast.Call(ast.Name("map_of"), [inner]):
            return f"dict[str, {of(inner)}]"
        case ast.Call(ast.Name("nullable"), [inner]):
            return f"{of(inner)} | None"
        case ast.Call(ast.Name("by_tag" | "by_event" | "first_of" | "one_of")):
            types = {one.type for one in _branches(decoder, readers)}
            return "Any" if "Any" in types else " | ".join(sorted(types))
        case _:
            return ast.unparse(decoder)


@dataclass(frozen=True, slots=True)
class _Branch:
    """One of the ways to read a value, after those before it.

    `json`: what it is in JSON. `fits` tells whether it is taken, `tags` are what its
    properties have to be; `described` tells what it is then by its description.
    """

    type: str
    json: str
    decoder: ast.expr
    fits: ast.expr | None = None
    tags: Mapping[str, str] = field(default_factory=dict[str, str])
    described: ast.expr | None = None


def _branches(decoder: ast.expr, readers: Readers) -> Iterator[_Branch]:
    """In their order; those of what no description has a word of are left out."""
    match decoder:
        case ast.Call(
            ast.Name("by_tag"), [ast.Constant(str(tag)), ast.Dict(keys, values), *rest]
        ):
            beside = _beside(decoder, readers)
            known = {ast.unparse(one.decoder): one.fits for one in beside}
            for key, value in zip(keys, values, strict=True):
                name = ast.unparse(key) if key is not None else ""
                for one in _branches(value, readers):
                    is_one = one.fits or known.get(ast.unparse(one.decoder))
                    tags = {**one.tags, tag: name}
                    yield replace(one, tags=tags, described=is_one)
            for other in rest:
                yield from _branches(other, readers)
        case ast.Call(ast.Name("by_event"), [table, *rest]):
            named = ast.Call(ast.Name("by_tag"), [ast.Constant("event"), table], [])
            for other in (named, *rest):
                yield from _branches(other, readers)
        case ast.Call(ast.Name("first_of"), decoders):
            for other in decoders:
                yield from _branches(other, readers)
        case ast.Call(ast.Name("one_of"), pairs):
            for pair in pairs:
                match pair:
                    case ast.Call(ast.Name("kept")):
                        kind = readers.get(_KEPT, _KEPT)
                        yield _Branch(kind, "object", pair, pair, described=pair)
                    case ast.Tuple([fits, inner]):
                        for one in _branches(inner, readers):
                            yield replace(one, fits=fits, described=fits)
                    case _:
                        pass
        case ast.Call(ast.Name("nullable"), [inner]):
            yield from _branches(inner, readers)
        case ast.Call(ast.Name(name)) | ast.Name(name):
            json = _JSON.get(name, "string")
            yield _Branch(type_of(decoder, readers), json, decoder)
        case _:
            yield _Branch(type_of(decoder, readers), "", decoder)


def _beside(decoder: ast.expr, readers: Readers) -> list[_Branch]:
    """Those of what a discriminator does not know, and no description has a word of."""
    match decoder:
        case ast.Call(ast.Name("by_tag"), keywords=[ast.keyword("unknown", other)]):
            return [*_branches(other, readers)]
        case ast.Call(ast.Name("nullable"), [inner]):
            return _beside(inner, readers)
        case _:
            return []


def tags_of(decoder: ast.expr, readers: Readers) -> Tags:
    """What a decoder makes of each value of a discriminator, wherever in it that is."""
    found: Tags = {}
    for node in ast.walk(decoder):
        match node:
            case ast.Call(
                ast.Name("by_tag"), [ast.Constant(str(tag)), ast.Dict(keys, values), *_]
            ):
                for key, value in zip(keys, values, strict=True):
                    if key is not None:
                        found[tag, ast.unparse(key)] = type_of(value, readers)
            case _:
                pass
    return found


class _Side:
    """What a package reads by."""

    def __init__(
        self, library: Library, readers: Readers, renamed: Mapping[str, str]
    ) -> None:
        self.library = library
        self.readers = {one: renamed.get(name, name) for one, name in readers.items()}

    def branches(self, decoder: ast.expr) -> list[_Branch]:
        return [*_branches(decoder, self.readers)]

    def beside(self, decoder: ast.expr) -> list[_Branch]:
        return _beside(decoder, self.readers)

    def functions(self, fits: ast.expr | None) -> tuple[str, ...]:
        """What a predicate asks to pass, all of it; none if it is something else."""
        match fits:
            case ast.BoolOp(ast.And(), parts):
                found = [*map(self.functions, parts)]
                return tuple(one for some in found for one in some if all(found))
            case ast.BoolOp(ast.Or(), [inner, ast.Compare(ops=[ast.Is()]) as null]):
                asked = self.functions(inner)
                return (*asked, ast.unparse(null)) if asked else ()
            case ast.Compare():
                return ("",)  # what the function beside it says as well
            case ast.Call(ast.Name("fits"), [ast.Name(function), _]):
                return (function,)
            case ast.Call(ast.Name("is_object"), _):
                return ("is_object",)
            case ast.Name(name) | ast.Call(ast.Name(name), [ast.Name("value")]):
                return tuple(filter(None, self.functions(self.library.predicate(name))))
            case _:
                return ()


_Compare: TypeAlias = Callable[[ast.expr, ast.expr], tuple[str, str] | None]


class Readings:
    """Compares what two packages read the same as.

    Args:
        old: The check functions of the old package, and what its readers read.
        new: As above, of the new one.
        renamed: Classes of the old one that are called otherwise in the new one.
    """

    def __init__(
        self,
        old: tuple[Library, Readers],
        new: tuple[Library, Readers],
        renamed: Mapping[str, str],
    ) -> None:
        self._old = _Side(*old, renamed)
        self._new = _Side(*new, {})

    def another(self, old: str, new: str) -> tuple[str, str] | None:
        """What the same value was read as, and is now, if it can be another class."""
        if not old or not new:
            return None
        before, after = (ast.parse(one, mode="eval").body for one in (old, new))
        tests = [one for one in _names(before) if one in self._old.library.validators]
        if old == new and all(map(self._is_like, tests)):
            return None  # which most are
        return self._another(before, after, self._of_known)

    def beside(self, old: str, new: str) -> tuple[str, str] | None:
        """As `another`, of what no discriminator knows."""
        if "unknown=" not in old or "unknown=" not in new:
            return None
        before, after = (ast.parse(one, mode="eval").body for one in (old, new))
        return self._another(before, after, self._of_unknown)

    def _is_like(self, test: str) -> bool:
        return self._old.library.is_like(self._new.library, test)

    def tags(self, old: str, new: str) -> tuple[Tags, Tags]:
        """What is read by a discriminator, on either side."""
        before, after = (
            tags_of(ast.parse(one, mode="eval").body, side.readers) if one else {}
            for one, side in ((old, self._old), (new, self._new))
        )
        return before, after

    def _another(
        self, old: ast.expr, new: ast.expr, compare: _Compare
    ) -> tuple[str, str] | None:
        found = compare(old, new)
        if found is not None:
            return found
        before, after = self._old.branches(old), self._new.branches(new)
        for was, now in product(before, after):
            match was.decoder, now.decoder:
                case (
                    ast.Call(ast.Name(name), [inner]),
                    ast.Call(ast.Name(same), [other]),
                ) if (
                    was.type == now.type and name == same and name in _INSIDE
                ):
                    found = self._another(inner, other, compare)
                    if found is not None:
                        return found
                case _:
                    pass
        return None

    def _of_known(self, old: ast.expr, new: ast.expr) -> tuple[str, str] | None:
        before, after = self._old.branches(old), self._new.branches(new)
        known = [one.tags for one in after if one.tags]
        # What has no name any more is read as what never had one.
        lost = [one.tags for one in before if one.tags not in known]
        unnamed = [
            replace(one, tags={**one.tags, **tags})
            for tags in lost
            for one in self._new.beside(new)
        ]
        kept = {self._new.readers.get(_KEPT, _KEPT)} if unnamed else set[str]()
        return self._differing(before, [*after, *unnamed], kept)

    def _of_unknown(self, old: ast.expr, new: ast.expr) -> tuple[str, str] | None:
        before, after = self._old.beside(old), self._new.beside(new)
        both = {one.type for one in before} & {one.type for one in after}
        orders = ([o.type for o in some if o.type in both] for some in (before, after))
        first = zip(*orders, strict=False)  # which is what fits none of them
        other = next((pair for pair in first if pair[0] != pair[1]), None)
        return other or self._differing(before, after)

    def _differing(
        self,
        before: list[_Branch],
        after: list[_Branch],
        kept: AbstractSet[str] = frozenset(),
    ) -> tuple[str, str] | None:
        old, new = ({one.type for one in some} for some in (before, after))
        both = (old | new if "Any" in old & new else old & new) | kept  # Any hides all
        for (at, was), (to, now) in product(enumerate(before), enumerate(after)):
            if was.type == now.type or not {was.type, now.type} <= both:
                continue
            if not (
                # The same is still taken first, or was not taken by that before.
                any(
                    one.type == was.type and _takes(self._new, one, self._old, was, now)
                    for one in after[:to]
                )
                or any(
                    one.type == now.type and _takes(self._old, one, self._new, now, was)
                    for one in before[:at]
                )
                or self._are_apart(was, now)
            ):
                return was.type, now.type
        return None

    def _are_apart(self, old: _Branch, new: _Branch) -> bool:
        """Whether no value is taken by both, for sure."""
        if old.json and new.json and old.json != new.json:
            return True
        if old.json == new.json and old.json in ("number", "boolean", "null"):
            return True  # the same, however it is written
        if {ast.unparse(one.decoder) for one in (old, new)} <= _NO_TWO:
            return True
        return _said(self._old, old).is_apart(_said(self._new, new))


def _said(side: _Side, branch: _Branch) -> Said:
    fits = branch.described
    while isinstance(fits, ast.Call) and len(fits.args) == 1:  # of each item
        fits = fits.args[0]
    said = Said()
    for function in side.functions(fits):
        said = said.also(side.library.said(function))
    tags = {
        name: Leaf("value", "in", frozenset({value}), False)
        for name, value in branch.tags.items()
    }
    return said.also(Said(frozenset(tags), tags))


def _takes(
    wide_side: _Side, wide: _Branch, side: _Side, branch: _Branch, beside: _Branch
) -> bool:
    """Whether `wide` takes all that `branch` does, for sure, of what `beside` takes."""
    if any(branch.tags.get(name) != value for name, value in wide.tags.items()):
        return False
    if wide.fits is None:
        return wide.json in ("", branch.json)
    if branch.described is None or _form(wide.fits) != _form(branch.described):
        return False
    pairs = zip(_names(wide.fits), _names(branch.described), strict=True)
    is_name = isinstance(wide.fits, ast.Name)
    taken = wide_side.functions(beside.fits) if is_name else ()
    return all(
        _refuses_no_more(wide_side, one, side, other, taken) for one, other in pairs
    )


def _names(node: ast.expr) -> list[str]:
    return [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]


def _form(node: ast.expr) -> list[str]:
    """What a predicate is like, whatever the names in it."""
    return [type(one).__name__ for one in ast.walk(node)]


def _refuses_no_more(
    wide: _Side, predicate: str, side: _Side, other: str, beside: tuple[str, ...]
) -> bool:
    mine, others = wide.functions(ast.Name(predicate)), side.functions(ast.Name(other))
    if not mine or len(mine) != len(others):
        return predicate == other and wide.library.is_like(side.library, predicate)
    return all(
        wide.library.refuses_no_more(one, side.library, another, beside)
        for one, another in zip(mine, others, strict=True)
        if one != another or one in wide.library.validators  # `is_object`, or null
    )
