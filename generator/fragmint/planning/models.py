"""Records -> models, a module each: one for what goes out, one for what comes in."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import did_you_mean
from ..meaning.rules import Schema
from ..meaning.shapes import (
    Anything,
    Mapping,
    Record,
    Shape,
    is_nullable,
    parts,
    without_null,
)
from ..meaning.shaping import Property
from ..reading import Pointer
from . import docs, plan
from .annotations import NONE, Annotation, either, for_request, for_response
from .context import Context
from .decoding import Source, field_reader
from .encoding import texts
from .names import ModelNames, fields_of
from .plan import Import
from .promises import of_record

__all__ = [
    "extra_field",
    "input_field",
    "left_out",
    "output_names",
    "plan_input",
    "plan_output",
    "properties_of",
    "secrecy",
]

_MODEL = Import(".._support.models", "Model")
_DECORATOR = Import(".._support.models", "model")
_TEXTS = Import(".._support.models", "Texts")
_CLASS_VAR = Import("typing", "ClassVar")
_MAPPING = Import("collections.abc", "Mapping")
_UNSET = Annotation(("Unset",), frozenset({Import(".._support.unset", "Unset")}))


def plan_output(context: Context, record: Record) -> plan.Model:
    """The model of a record that comes in, and how it is read."""
    names = context.names.output(record)
    properties = _incoming(context, record)
    fields = []
    runtime = {_MODEL, _DECORATOR, _MAPPING, Import("typing", "Any")}
    runtime.add(Import("dataclasses", "field"))
    types: set[Import] = set()
    spelled = output_names(context, record)
    kind = fields_of(names.class_name)
    goes = record in context.names.forms.out
    shapes = {p.name: context.api.shapes.property_shape(p) for p in properties}
    for one in properties:
        shape = without_null(shapes[one.name])
        annotation = either(for_response(shape, context.names, context.formats), NONE)
        source = field_reader(one.name, shape, context, context.formats)
        runtime |= source.imports
        written = texts(shape, context.formats)
        types |= annotation.imports | written.imports
        secret, opaque = secrecy(context, (*one.schemas, *one.besides), shape)
        fields.append(
            plan.Field(
                name=spelled[one.name],
                wire_name=one.name,
                annotation=annotation.text,
                default="None",
                docs=_words(context, one),
                secret=secret,
                opaque=opaque,
                read_only=goes and one.read_only,
                read=source.text,
                texts=written.text,
                former=context.names.ledger.former(kind, spelled[one.name]),
            )
        )
    if any(field.former for field in fields):
        runtime.add(Import(".._support.renames", "warn_renamed"))
    promised = of_record(context, record, properties, shapes, spelled)
    extra = plan.Field(
        name="extra",
        wire_name="",
        annotation="Mapping[str, Any]",
        default="field(default_factory=dict[str, Any], hash=False)",
        docs="What came and is not described, or not as described, by its wire name.",
        secret=_others_secret(context, record, properties),
    )
    return _model(
        context,
        record,
        names,
        fields,
        runtime | promised.imports,
        types,
        extra,
        reader=names.reader,
        promised=promised.text,
    )


def output_names(context: Context, record: Record) -> dict[str, str]:
    """The fields of the model of a record that comes in, by wire name."""
    owner = context.names.output(record).class_name
    return context.names.fields(owner, (p.name for p in _incoming(context, record)))


def plan_input(context: Context, record: Record) -> plan.Model:
    """The model of a record that goes out."""
    names = context.names.input(record)
    properties = [p for p in properties_of(context, record) if not p.read_only]
    spelled = context.names.fields(names.class_name, (p.name for p in properties))
    runtime = {_MODEL, _DECORATOR}
    types: set[Import] = set()
    fields = []
    for one in properties:
        field, imports = input_field(context, one, spelled[one.name], json=True)
        types |= imports
        fields.append(field)
    extra = None
    if context.api.shapes.is_open(record):
        extra, imports = extra_field(context, record, "extra", json=True)
        types |= imports
    if any(field.default == "UNSET" for field in fields):
        runtime.add(Import(".._support.unset", "UNSET"))
    return _model(context, record, names, _ordered(fields), runtime, types, extra)


def input_field(
    context: Context,
    one: Property,
    name: str,
    *,
    json: bool,
    annotation: Annotation | None = None,
) -> tuple[plan.Field, frozenset[Import]]:
    """The field for a property that goes out, and what its annotation takes.

    Args:
        context: What the package shares.
        one: The property.
        name: What the field is called.
        json: Whether null can be sent: in a form, it is what is left out.
        annotation: The type of a value, if it is a file and not what its shape says.
    """
    shape: Shape = context.api.shapes.property_shape(one)
    uploaded = annotation is not None
    nullable = json and is_nullable(shape)
    if annotation is None:
        if not json:
            shape = without_null(shape)
        annotation = for_request(shape, context.names, context.formats)
    default = None
    if not one.required:
        annotation, default = left_out(annotation, nullable)
    written = Source("") if uploaded else texts(shape, context.formats)
    secret, opaque = secrecy(context, (*one.schemas, *one.besides), shape)
    field = plan.Field(
        name=name,
        wire_name=one.name,
        annotation=annotation.text,
        default=default,
        docs=_words(context, one),
        secret=secret,
        opaque=opaque,
        nullable=nullable,
        texts=written.text,
    )
    return field, annotation.imports | written.imports


def extra_field(
    context: Context, record: Record, name: str, *, json: bool
) -> tuple[plan.Field, frozenset[Import]]:
    """The field for properties that are not described, as `input_field` has it.

    Of a form, each of them can be a file.
    """
    shape = context.api.shapes.others(record)
    if not json or texts(shape, context.formats).text:
        shape = Mapping(Anything())  # other types have no writer here
    annotation = for_request(shape, context.names, context.formats)
    annotation, default = left_out(annotation, nullable=False)
    properties = [p for p in properties_of(context, record) if not p.read_only]
    field = plan.Field(
        name=name,
        wire_name="",
        annotation=annotation.text,
        default=default,
        docs="Properties that the description does not name, by their wire names.",
        secret=_others_secret(context, record, properties),
    )
    return field, annotation.imports


def left_out(annotation: Annotation, nullable: bool) -> tuple[Annotation, str]:
    """The type of what can be left out, and the default, which stands for that."""
    if not nullable:
        return either(annotation, NONE), "None"
    wide = "Any" in annotation.members
    return annotation if wide else either(annotation, _UNSET), "UNSET"


def properties_of(context: Context, record: Record) -> list[Property]:
    """The properties of a record; a warning tells of those that are only required."""
    found = list(context.api.shapes.properties(record))
    known = [one.name for one in found if not one.only_required]
    for one in found:
        if one.only_required:
            close = did_you_mean(one.name, known)
            message = f"{one.name!r} is required, and not among the properties"
            hint = f"did you mean {close}?" if close else "describe it in properties"
            context.warn("unknown-required", message, one.schemas[0].pointer, hint)
    return found


def _incoming(context: Context, record: Record) -> list[Property]:
    return [p for p in properties_of(context, record) if not p.write_only]


def _model(
    context: Context,
    record: Record,
    names: ModelNames,
    fields: list[plan.Field],
    runtime: set[Import],
    types: set[Import],
    extra: plan.Field | None,
    reader: str | None = None,
    promised: str = "",
) -> plan.Model:
    schema = context.api.shapes.records[record.pointer]
    model = plan.Model(
        module=names.module,
        class_name=names.class_name,
        former=context.names.former_modules(names.class_name),
        reader=reader,
        promised=promised,
        docs=docs.about(context.telling(schema), names.class_name),
        imports=(),
        type_imports=(),
        late=(),
        extra=extra,
        fields=tuple(fields),
    )
    written = any(field.texts for field in fields)
    if model.secrets or model.nulls or model.renamed or model.read_only or written:
        runtime.add(_CLASS_VAR)
    if model.renamed or written:
        runtime.add(_MAPPING)
    if written:
        runtime.add(_TEXTS)
    own = f"..models.{names.module}"
    return context.model(
        model,
        {one for one in runtime if one.module != own},
        {one for one in types if one.module != own},
    )


def _ordered(fields: list[plan.Field]) -> list[plan.Field]:
    """Those that have to be given first."""
    return sorted(fields, key=lambda field: field.default is not None)


def _words(context: Context, one: Property) -> str:
    return docs.of_field(None, context.telling(one.schemas[0]))


def secrecy(
    context: Context, schemas: Iterable[Schema], shape: Shape
) -> tuple[bool, bool]:
    """Whether there is a secret in a value of `shape`, and if its models know of it.

    Returns:
        Whether one of `schemas`, which describe it, says that there is one, and whether
        one says so of what it has no model of its own for.
    """
    secret = [one for one in schemas if context.api.secrets.within(one)]
    records = [one for one in parts(shape) if isinstance(one, Record)]
    known = {one.pointer for one in records} if secret else set[Pointer]()
    told = (context.api.secrets.beside(known, one) for one in secret)
    return bool(secret), bool(known) and any(told)


def _others_secret(
    context: Context, record: Record, properties: Iterable[Property]
) -> bool:
    """Whether there can be a secret in what is none of the `properties` of a record."""
    schemas = [one for p in properties for one in (*p.schemas, *p.besides)]
    known = {one.pointer for one in schemas}
    schema = context.api.shapes.records[record.pointer]
    return context.api.secrets.beside(known, schema)
