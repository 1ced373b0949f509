"""Request bodies: fields of the operation where they can be, else one argument."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..meaning.api import Body, MediaType, Operation
from ..meaning.shapes import (
    Anything,
    Array,
    Literal,
    Mapping,
    Record,
    Scalar,
    Shape,
    Union,
    is_nullable,
    union,
    without_null,
)
from ..meaning.shaping import Property
from . import docs, plan
from .annotations import Annotation, either, for_request
from .binaries import is_binary, is_bytes
from .context import Context
from .encoding import texts
from .flattening import flat_record, preferred
from .literals import literal
from .media import Kind, content_type, kind_of
from .models import extra_field, input_field, left_out, properties_of, secrecy
from .parts import Parts, parts_of, tables_of
from .plan import Import

__all__ = ["BODIES", "PlannedBody", "is_plain", "plan_body"]

BODIES = ".._support.bodies"
_JSON = ".._support.json_bodies"
_FILE = Annotation(("File", "bytes", "str"), frozenset({Import(BODIES, "File")}))
_UPLOAD = Annotation(
    (*_FILE.members, "Iterable[bytes]", "AsyncIterable[bytes]"),
    _FILE.imports
    | {Import("collections.abc", one) for one in ("AsyncIterable", "Iterable")},
)
_TEXT = Annotation(("str", "bytes"))
_ANY = Annotation(("Any",), frozenset({Import("typing", "Any")}))
_OPEN = Annotation(
    ("Mapping[str, Any]",),
    frozenset({Import("typing", "Any"), Import("collections.abc", "Mapping")}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBody:
    """The body of an operation. `plain`: its values are JSON's already.

    `whole`: it is one argument, not a field for each property. `named` are the fields
    that go into it; `extra` is the argument for properties that are not described and
    `choice` that for the media type.
    """

    named: tuple[plan.Field, ...]
    extra: plan.Field | None
    choice: plan.Field | None
    imports: frozenset[Import]
    types: frozenset[Import]
    contents: tuple[plan.Content, ...]
    parts: tuple[tuple[str, Parts], ...]
    schema: str
    optional: bool
    plain: bool
    raw_depth: int
    whole: bool

    @property
    def fields(self) -> list[plan.Field]:
        """All fields of the operation that are about its body."""
        more = [one for one in (self.extra, self.choice) if one is not None]
        return [*self.named, *more]


def plan_body(context: Context, operation: Operation) -> PlannedBody | None:
    """The plan of the body of `operation`, if it has one."""
    body = operation.body
    if body is None:
        return None
    body = replace(body, content=tuple(preferred(body.content)))
    record = flat_record(context.api, body)
    if record is not None:
        return _flat(context, operation, body, record)
    return _whole(context, operation, body)


def _flat(
    context: Context, operation: Operation, body: Body, record: Record
) -> PlannedBody:
    shapes = context.api.shapes
    kinds = {kind_of(content.name) for content in body.content}
    spelled = context.names.arguments(operation)
    fields: list[plan.Field] = []
    types: set[Import] = set()
    # What is not described can be anything, and so a file.
    is_open = shapes.is_open(record)
    uploads = "multipart" in kinds or ("form" in kinds and is_open)
    properties = [p for p in properties_of(context, record) if not p.read_only]
    for one in properties:
        annotation = None
        if kinds != {"json"}:
            shape = without_null(shapes.property_shape(one))
            annotation = _upload(shape, one)
            uploads = uploads or isinstance(shape, Anything) or is_bytes(shape)
            uploads = uploads or annotation is not None
        field, imports = input_field(
            context,
            one,
            spelled[f"body {one.name}"],
            json="json" in kinds,
            annotation=annotation,
        )
        types |= imports
        fields.append(field)
    schema = body.content[0].schema
    assert schema is not None
    choice = _choice(body, spelled, types)
    extra = None
    if is_open:
        extra, more_types = extra_field(
            context, record, spelled[" extra"], json=kinds == {"json"}
        )
        types |= more_types
    contents, parts, imports = _contents(context, body, "body", uploads=uploads)
    return PlannedBody(
        named=tuple(fields),
        extra=extra,
        choice=choice,
        imports=imports,
        types=frozenset(types),
        contents=contents,
        parts=parts,
        schema=shapes.resolved(schema).origin,
        optional=not body.required,
        plain=extra is None
        and all(is_plain(context, shapes.property_shape(p)) for p in properties),
        raw_depth=2 if uploads else 0,
        whole=False,
    )


def _whole(context: Context, operation: Operation, body: Body) -> PlannedBody:
    spelled = context.names.arguments(operation)
    shapes = context.api.shapes
    annotation = Annotation(())
    for content in body.content:
        annotation = either(annotation, _annotation(context, content))
    # What is required is always given, so that a wrong None is told of.
    nullable = body.required or any(_is_nullable(context, c) for c in body.content)
    default = None
    if not body.required:
        annotation, default = left_out(annotation, nullable)
    described = [
        shapes.of(content.schema)
        for content in body.content
        # Raw content is sent as it is, whatever format it is said to have.
        if content.schema is not None
        and kind_of(content.name) not in ("text", "binary")
    ]
    shape = union(tuple(described))
    written = texts(shape, context.formats)
    schemas = [one.schema for one in body.content if one.schema is not None]
    secret, opaque = secrecy(context, schemas, shape)
    types = {*annotation.imports, *written.imports}
    first = body.content[0]
    told = (
        ""
        if first.schema is None
        else docs.of_field(None, context.telling(first.schema))
    )
    fields = [
        plan.Field(
            name=spelled[" body"],
            wire_name="body",
            annotation=annotation.text,
            default=default,
            docs=body.description or told,
            secret=secret,
            opaque=opaque,
            nullable=nullable,
            texts=written.text,
        )
    ]
    kinds = {_kind(context, content) for content in body.content}
    plain = all(
        _kind(context, c) in ("text", "binary")
        or (
            c.schema is not None
            and not c.sequential
            and is_plain(context, shapes.of(c.schema))
        )
        for c in body.content
    )
    contents, parts, imports = _contents(context, body, 'body["body"]', uploads=True)
    choice = _choice(body, spelled, types)
    return PlannedBody(
        named=tuple(fields),
        extra=None,
        choice=choice,
        imports=imports,
        types=frozenset(types),
        contents=contents,
        parts=parts,
        schema=context.description.origin(body.pointer),
        optional=not body.required,
        plain=plain,
        # The body is a field of an object itself, and those of a form are in it.
        raw_depth=3 if "multipart" in kinds else 2 if kinds & {"text", "binary"} else 0,
        whole=True,
    )


def _annotation(context: Context, content: MediaType) -> Annotation:
    """The type of a body that is one argument."""
    kind = _kind(context, content)
    if kind == "text":
        return _TEXT
    if kind == "binary":
        return _UPLOAD
    if content.schema is None:
        return _ANY if kind == "json" else _OPEN
    shape = context.api.shapes.of(content.schema)
    if kind != "json":
        shape = without_null(shape)
        if content.sequential:
            schema = context.api.shapes.resolved(content.schema)
            item = Scalar("string", "binary") if is_binary(schema) else shape
            shape = Array(item)
        if isinstance(shape, Array) and (files := _files(shape)) is not None:
            return files
        if not isinstance(shape, Record | Union | Array):
            return _OPEN
    return for_request(shape, context.names, context.formats)


def _is_nullable(context: Context, content: MediaType) -> bool:
    """Whether null is a value of a body: only JSON can write it."""
    if _kind(context, content) != "json":
        return False
    schema = content.schema
    return schema is None or is_nullable(context.api.shapes.of(schema))


def _kind(context: Context, content: MediaType) -> Kind:
    """How content is written: what is no object can be no form."""
    kind = kind_of(content.name, sequential=content.sequential)
    if content.schema is None or content.sequential:
        return kind
    if kind == "json" and is_binary(context.api.shapes.resolved(content.schema)):
        return "binary"
    shape = without_null(context.api.shapes.of(content.schema))
    if kind == "form" and isinstance(shape, Array | Scalar | Literal):
        return "text"
    return kind


def _contents(
    context: Context, body: Body, value: str, *, uploads: bool
) -> tuple[tuple[plan.Content, ...], tuple[tuple[str, Parts], ...], frozenset[Import]]:
    """The ways to write the body, `value` being the source of what is written.

    `uploads`: there can be files and bytes in it.
    """
    found: list[plan.Content] = []
    imports: set[Import] = set()
    forms = {
        content_type(content.name): parts_of(content.encodings)
        for content in body.content
        if _kind(context, content) in ("form", "multipart")
    }
    tables = tables_of({name: parts for name, (parts, _) in forms.items()})
    for content in body.content:
        kind = _kind(context, content)
        name = content_type(content.name)
        arguments = value
        parts, more = forms.get(name, ((), frozenset[Import]()))
        imports |= more
        if parts:
            arguments += f", {tables[parts]}"
        function = _WRITERS[kind]
        if kind == "form" and not parts and not uploads:
            imports.add(Import(".._support.encoding", "form"))
            function = "form"
        else:
            imports.add(Import(_JSON if kind == "json" else BODIES, function))
        check, origin = None, ""
        # Of a sequence, the schema is that of each item.
        described = None if content.sequential else content.schema
        if described is not None and kind in ("json", "form", "multipart"):
            schema = context.api.shapes.resolved(described)
            if schema.rules:
                wanted = context.check(schema)
                imports.add(wanted)
                check, origin = wanted.name, schema.origin
        if kind == "multipart" and name.lower() != "multipart/form-data":
            arguments += f"{'' if parts else ', {}'}, {literal(name)}"
        if kind == "binary":
            arguments += f", {literal(name)}"
        found.append(
            plan.Content(
                media_type=name,
                source=f"{function}({arguments})",
                typed=kind in ("multipart", "binary"),
                check=check,
                schema=origin,
            )
        )
    if any(one.typed for one in found) and (len(found) > 1 or not body.required):
        imports.add(Import("collections.abc", "Iterable"))
    named = tuple((constant, rows) for rows, constant in tables.items())
    return tuple(found), named, frozenset(imports)


_WRITERS: dict[Kind, str] = {
    "json": "json_body",
    "form": "form_body",
    "multipart": "multipart_body",
    "text": "raw_body",
    "binary": "file_body",
}


def _choice(
    body: Body, spelled: dict[str, str], types: set[Import]
) -> plan.Field | None:
    """The argument that says which media type to send, where there are several."""
    if len(body.content) < 2:
        return None
    types.add(Import("typing", "Literal"))
    names = list(dict.fromkeys(content_type(c.name) for c in body.content))
    return plan.Field(
        name=spelled[" content_type"],
        wire_name="",
        annotation=f"Literal[{', '.join(map(literal, names))}]",
        default=literal(names[0]),
        docs="The media type that the body is sent as.",
    )


def _upload(shape: Shape, one: Property) -> Annotation | None:
    """The type of a field of a form that can be a file, if it can."""
    if any(is_binary(schema) for schema in one.schemas):
        return _FILE
    return _files(shape)


def _files(shape: Shape) -> Annotation | None:
    """The type of a file, or of a list of them, if `shape` is one."""
    match shape:
        case Scalar() if is_bytes(shape):
            return _FILE
        case Array(items=Scalar() as item) if is_bytes(item):
            sequence = frozenset({Import("collections.abc", "Sequence")})
            text = f"Sequence[{_FILE.text}]"
            return Annotation((text,), _FILE.imports | sequence)
        case _:
            return None


def is_plain(context: Context, shape: Shape) -> bool:
    """Whether what goes out as `shape` is what it is: no date, no model."""
    match shape:
        case Scalar(type="string", format=str(name)):
            return name not in context.formats and name != "binary"
        case Scalar() | Literal():
            return True
        case Array(items=items):
            return is_plain(context, items) and not isinstance(items, Array)
        case Union(members=members):
            return all(is_plain(context, member) for member in members)
        case Mapping() | Anything() | _:
            return False
