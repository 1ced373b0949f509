"""What of a response is not as described, once it is read.

Reading is tolerant, and so as quick as it is. What it let pass, it has noted; the rest
is found by going through what came of it and the JSON that it was read from together:
the annotations of the models say which values there are, their `_promised` which
fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from itertools import groupby
from math import isfinite
from reprlib import Repr
from typing import Any, Literal, NamedTuple, cast, get_args, get_origin

from .errors import InvalidResponse
from .formats import is_list, is_object
from .http import HttpResponse
from .meanings import meaning, options
from .messages import listed
from .mismatches import Mismatch
from .models import MASKED, Model, Promised
from .notes import Note
from .requests import Request

Path = tuple[str | int, ...]


def insist(
    operation: type[Request[Any]],
    result: object,
    response: HttpResponse,
    notes: Iterable[Note],
) -> None:
    """See that `response`, of which `result` was made, is as described.

    Raises:
        InvalidResponse: it is not; `mismatches` says where.
    """
    try:
        raw = json.loads(response.body.decode("utf-8").removeprefix("\ufeff"))
    except ValueError:
        return  # it is no JSON, and was not read as such
    promised: Promised = cast(Any, operation)._promised
    annotation = operation.read.__annotations__.get("return", "Any")
    kind = _kind_of(annotation, operation.__module__, bool(promised.extensible))
    found = mismatches(result, raw, notes, kind)
    if found:
        raise InvalidResponse(
            f"{operation.__name__}: the answer {response.status} is not as described",
            response,
            found,
        )


def mismatches(
    value: object,
    raw: object,
    notes: Iterable[Note],
    kind: _Kind | None = None,
) -> tuple[Mismatch, ...]:
    """Where `value`, which was read from `raw`, is not as its models describe it."""
    review = _Review(notes)
    review.value(value, raw, kind or _Kind(), ())
    if not isinstance(value, (str, bytes)):  # which were not read as JSON
        review.numbers(raw)
    return tuple(review.found.values())


class _Kind(NamedTuple):
    """What an annotation says: these values, other types, lists, mappings."""

    values: tuple[object, ...] = ()
    types: frozenset[Any] = frozenset()
    items: _Kind | None = None
    entries: _Kind | None = None

    def has(self, value: object) -> bool:
        """Whether `value`, which was read as of this kind, is one that is described."""
        if not self.values or Any in self.types:
            return True
        if isinstance(value, list):
            return self.items is not None
        if isinstance(value, dict):
            return self.entries is not None
        if not isinstance(value, str | int | float):
            return True  # a date, a UUID: it would not be one otherwise
        if any(_same(value, one) for one in self.values):
            return True
        # A response can bring other values, so that the type beside them is theirs.
        others = self.types - {type(one) for one in self.values}
        return type(value) in others or (type(value) is int and float in others)


@cache
def _kind_of(annotation: str, module: str, extensible: bool) -> _Kind:
    """What `annotation` says; if `extensible`, without the values that it names."""
    return _kind(options(meaning(annotation, module)), extensible)


def _kind(members: Iterable[Any], extensible: bool) -> _Kind:
    """The union of `members`."""
    values: list[object] = []
    types: set[Any] = set()
    items: list[Any] = []
    entries: list[Any] = []
    for one in members:
        match get_origin(one), get_args(one):
            case origin, found if origin is Literal:
                values += found
            case origin, [inner] if origin is list:
                items += options(inner)
            case origin, [_, inner] if origin is dict:
                entries += options(inner)
            case _:
                types.add(one)
    return _Kind(
        () if extensible else tuple(values),
        frozenset(types),
        _kind(items, extensible) if items else None,
        _kind(entries, extensible) if entries else None,
    )


def _same(one: object, other: object) -> bool:
    """JSON's equality, as far as scalars need it: true is not 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


class _Review:
    """Goes through what was read; `found` has what is not as described, by its path."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self.found: dict[Path, Mismatch] = {}
        self._opaque = False  # whether the models do not know of all that is secret
        # By identity: of what was tried, and is not what came of it, nothing counts.
        self._notes: dict[int, list[Note]] = {}
        for one in notes:
            self._notes.setdefault(id(one.holder), []).append(one)

    def value(
        self, value: Any, raw: Any, kind: _Kind, path: Path, secret: bool = False
    ) -> None:
        """Look at `value`, read as of `kind` from `raw`, which is at `path`."""
        notes = self._notes.get(id(value))
        if notes is not None:
            # It is none of a union; of which one it was made all the same says little.
            self._noted(notes[-1], raw, path, secret)
        elif isinstance(value, Model):
            self._model(value, raw, path)
        elif not kind.has(value):
            wanted = listed([repr(one) for one in kind.values])
            self._other(path, "enum", kind.values, wanted, value, secret)
        elif isinstance(value, list) and kind.items is not None:
            for index, its in enumerate(raw):
                self.value(value[index], its, kind.items, (*path, index), secret)
        elif isinstance(value, dict) and kind.entries is not None:
            for name, its in raw.items():
                self.value(value[name], its, kind.entries, (*path, name), secret)

    def numbers(self, raw: Any) -> None:
        """See that all numbers are such; JSON has no NaN (RFC 8259 §6), Python has."""
        waiting: list[tuple[Path, Any]] = [((), raw)]
        while waiting:
            path, one = waiting.pop()
            if isinstance(one, float) and not isfinite(one):
                wanted = "a finite number"
                self._add(path, "type", wanted, one, f"must be {wanted}, not {one}")
            elif is_object(one):
                waiting += [((*path, name), its) for name, its in one.items()]
            elif is_list(one):
                waiting += [((*path, index), its) for index, its in enumerate(one)]

    def _model(self, model: Any, raw: dict[str, Any], path: Path) -> None:
        kind = cast(Any, type(model))
        extra: Mapping[str, Any] | None = getattr(model, "extra", None)
        if extra is None:
            return  # a redirect, which was not read from JSON
        notes = groupby(self._notes.get(id(extra), ()), lambda one: one.path[0])
        unreadable = {name: [*some] for name, some in notes}
        promised: Promised = kind._promised
        described: set[str] = set()
        for field in fields(kind):
            name, value = field.name, getattr(model, field.name)
            if value is extra:
                continue
            wire_name = kind._names.get(name, name)
            at, secret = (*path, wire_name), name in kind._secret
            described.add(wire_name)
            if wire_name in unreadable:
                for one in unreadable[wire_name]:
                    self._noted(one, raw, path, secret)
            elif value is not None:
                known = _kind_of(
                    cast(str, field.type), kind.__module__, name in promised.extensible
                )
                outer = self._opaque
                self._opaque = outer or name in kind._opaque
                self.value(value, raw[wire_name], known, at, secret)
                self._opaque = outer
            elif name in promised.required or name in promised.nullable:
                if wire_name not in raw:
                    self._add(at, "required", True, None, "is missing")
                elif name in promised.required:
                    self._add(at, "type", "a value", None, "must not be null")
        for wire_name in extra if promised.closed else ():
            if wire_name not in described:
                # Nobody says that the value is no secret.
                at = (*path, wire_name)
                said = "must be left out: it is not described"
                self._add(at, "additionalProperties", False, MASKED, said)

    def _noted(self, one: Note, raw: Any, path: Path, secret: bool) -> None:
        for step in one.path:
            path = (*path, step)
            try:
                raw = raw[step]
            except KeyError:
                self._add(path, "required", True, None, "is missing")
                return
        if one.rule == "anyOf":  # a whole object, which can have secrets in it
            said = f"must be {one.wanted}, and is of none of them"
            self._add(path, one.rule, one.wanted, MASKED, said)
        else:
            self._other(path, one.rule, one.wanted, one.wanted, raw, secret)

    def _other(
        self,
        path: Path,
        rule: str,
        wanted: object,
        words: str,
        value: object,
        secret: bool,
    ) -> None:
        came = MASKED if secret or self._opaque else value
        self._add(path, rule, wanted, came, f"must be {words}, not {_brief(came)}")

    def _add(
        self, path: Path, rule: str, wanted: object, value: object, message: str
    ) -> None:
        self.found.setdefault(path, Mismatch(path, rule, wanted, value, message))


_REPR = Repr()
_REPR.maxstring = _REPR.maxother = 80
_brief = _REPR.repr
