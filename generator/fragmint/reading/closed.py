"""`additionalProperties: false` that refuses what `allOf` describes.

It sees the `properties` beside it and no others (2020-12 Core §10.3.2.3), while who
writes it beside `allOf`, or into a part of one, mostly means all of them. Where what it
refuses is required, so that no object is right, it is read as meant: the whole is
closed by `unevaluatedProperties: false`, and none of its parts by itself.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from fragmint.diagnostics import clip
from fragmint.reading.context import Context
from fragmint.reading.grammar import objects
from fragmint.reading.pointers import JSON

_Object: TypeAlias = dict[str, JSON]

_PREFIX = "#/components/schemas/"
_CLOSED, _MEANT = "additionalProperties", "unevaluatedProperties"
_SHOWN = 3
MAX_PARTS = 20_000
"""Of how many parts all that is closed as a whole may consist."""


def open_closed(context: Context) -> None:
    """Note what is refused though `allOf` describes it, and take what it requires.

    Args:
        context: A document that has been mended; it is changed.
    """
    found = objects(context.document, "openapi")
    schemas = [value for kind, value in found if kind == "schema"]
    if not any(map(_is_closed, schemas)):
        return
    wholes = _Wholes(_components(context.document))
    composed = [one for one in schemas if "allOf" in one or "$ref" in one]
    # All are looked at before any is changed, for they are parts of one another.
    changes: list[tuple[_Object, list[JSON]]] = []
    left = MAX_PARTS
    for schema in composed:
        parts = list(_change(context, schema, wholes))
        changes.append((schema, parts))
        left -= len(parts)
        if left < 0:
            message = f"the parts of allOf multiply to more than {MAX_PARTS}"
            context.notes.stop("too-large", message, context.origins.of(schema))
            return
    for schema, parts in changes:
        if parts:
            _close(context, schema, parts)


class _Limit(NamedTuple):
    """What a schema that is closed leaves: these names and no others."""

    schema: _Object
    names: Set[str]


class _Refusal(NamedTuple):
    """What is refused and by what; nothing is right if it is required."""

    limit: _Limit
    names: Sequence[str]
    required: bool


class _Whole(NamedTuple):
    """What a schema and its parts say together, by the id of each that is closed."""

    described: Mapping[str, None]
    required: Set[str]
    limits: Mapping[int, _Limit]
    refusal: _Refusal | None = None


@dataclass(frozen=True, slots=True)
class _Wholes:
    """Tells what schemas say together with what their `allOf` and `$ref` bring."""

    components: _Object
    _known: dict[int, _Whole] = field(default_factory=dict[int, _Whole])

    def of(self, schema: _Object) -> _Whole:
        waiting, begun = [schema], set[int]()
        while waiting:  # a chain of them can be longer than Python's stack
            one = waiting.pop()
            if id(one) not in self._known:
                begun.add(id(one))
                inner = [each for each in self.parts(one) if id(each) not in begun]
                left = [each for each in inner if id(each) not in self._known]
                if left:
                    waiting += [one, *left]
                else:
                    self._known[id(one)] = self._whole(one)
        return self._known[id(schema)]

    def parts(self, schema: _Object) -> list[_Object]:
        every, target = schema.get("allOf"), self.target(schema)
        found = every if isinstance(every, list) else []
        parts = [one for one in found if isinstance(one, dict)]
        return parts if target is None else [*parts, target]

    def target(self, schema: _Object) -> _Object | None:
        ref = schema.get("$ref")
        name = ref.removeprefix(_PREFIX) if isinstance(ref, str) else ""
        found = self.components.get(name)
        return found if isinstance(found, dict) else None

    def _whole(self, schema: _Object) -> _Whole:
        own = schema.get("properties")
        described = dict.fromkeys(own if isinstance(own, dict) else ())
        given = schema.get("required")
        required = set(map(str, given if isinstance(given, list) else ()))
        # With what is told of them where they stand.
        limits: list[tuple[_Limit, Set[str]]] = []
        if _is_closed(schema):
            limits.append((_Limit(schema, described.keys()), frozenset()))
        for part in map(self._known.get, map(id, self.parts(schema))):
            if part is None:
                continue  # it contains this one
            described = {**described, **part.described}
            required |= part.required
            limits += ((one, part.described.keys()) for one in part.limits.values())
        wanted = required & described.keys()
        for limit, _ in limits:
            if names := _only(described, wanted - limit.names):
                whole = {id(schema): _Limit(schema, described.keys())}
                return _Whole(described, required, whole, _Refusal(limit, names, True))
        refusals = (
            _Refusal(limit, names, False)
            for limit, told in limits
            if (names := _only(described, described.keys() - limit.names - told))
        )
        left = {id(one.schema): one for one, _ in limits}
        return _Whole(described, required, left, next(refusals, None))


def _only(names: Mapping[str, None], some: Set[str]) -> list[str]:
    return [name for name in names if name in some] if some else []


def _components(document: _Object) -> _Object:
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    return schemas if isinstance(schemas, dict) else {}


def _is_closed(schema: _Object) -> bool:
    # Patterns allow names that are not looked for.
    return schema.get(_CLOSED) is False and not schema.get("patternProperties")


def _change(context: Context, schema: _Object, wholes: _Wholes) -> Iterator[JSON]:
    """What a schema consists of if it is to be closed as a whole, else nothing."""
    whole = wholes.of(schema)
    if whole.refusal is None:
        return
    _tell(context, schema, whole.refusal)
    if not whole.refusal.required:
        return
    waiting = _parts(context, schema, wholes)
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        limits = wholes.of(part).limits.values()
        if all(whole.described.keys() <= one.names for one in limits):
            yield part
            continue
        rest = part.keys() - {"allOf", "$ref", *([_CLOSED] if _is_closed(part) else [])}
        if rest:
            copy = context.new({}, context.origins.of(part))
            for name in part:
                if name in rest:
                    copy[name] = part[name]
                    context.origins.put_field(
                        copy, name, context.origins.field(part, name)
                    )
            yield copy
        waiting += _parts(context, part, wholes)


def _parts(context: Context, schema: _Object, wholes: _Wholes) -> list[_Object]:
    """The parts of a schema, the last first, a reference beside them as one of them."""
    parts = wholes.parts(schema)
    if len(schema) > 1 and wholes.target(schema) is not None:
        at = context.origins.of(schema)
        parts[-1:] = [context.new({"$ref": schema["$ref"]}, at)]
    return parts[::-1]


def _close(context: Context, schema: _Object, parts: list[JSON]) -> None:
    at = context.origins.field(schema, "allOf" if "allOf" in schema else "$ref")
    closed = context.origins.field(schema, _CLOSED if _CLOSED in schema else "allOf")
    schema.pop("$ref", None)
    schema.pop(_CLOSED, None)
    schema["allOf"] = context.new_list(parts, at)
    schema[_MEANT] = False
    context.origins.put_field(schema, _MEANT, closed)


def _tell(context: Context, schema: _Object, refusal: _Refusal) -> None:
    limit, names, required = refusal
    shown = [clip(name, 40) for name in names[:_SHOWN]]
    if more := len(names) - len(shown):
        shown.append(f"{more} more")
    what = " and ".join([one for one in (", ".join(shown[:-1]), shown[-1]) if one])
    also = " and requires" if required else ""
    where = context.origins.of(limit.schema)
    if _CLOSED in limit.schema:
        where = context.origins.field(limit.schema, _CLOSED)
    if limit.schema is schema:
        at = where
        message = f"{_CLOSED}: false refuses {what}, which allOf describes{also}"
        hint = f"list them under properties here, or leave {_CLOSED} out"
        if context.dialect.booleans:
            hint = f"write {_MEANT}: false"
        if required:
            hint = f"it is read as {_MEANT}: false"
    else:
        at = context.origins.field(schema, "allOf" if "allOf" in schema else "$ref")
        message = f"a part of this refuses {what}, which another describes{also}"
        hint = "it is closed at {other}"
        if required:
            hint += f"; it is read as open, and this as {_MEANT}: false"
    context.notes.warn(
        "refused-property", message, at, mark="key", hint=hint, other=where
    )
