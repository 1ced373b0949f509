"""Responses -> models, a module each."""

from __future__ import annotations

from ..meaning.rules import Schema
from ..meaning.shapes import ShapeReference, without_null
from ..reading import Pointer
from . import docs, names, plan
from .annotations import Annotation, either, for_response
from .composition import is_secret, properties
from .context import Context
from .plan import Import

__all__ = ["plan_model"]

_MODEL_IMPORTS = frozenset(
    {
        Import("collections.abc", "Mapping"),
        Import("dataclasses", "field"),
        Import("typing", "Any"),
        Import(".._support.models", "Model"),
        Import(".._support.models", "model"),
    }
)


def plan_model(context: Context, schema: Schema, pointer: Pointer) -> plan.Model | None:
    """The model for a response of `schema`, planned if it is new."""
    if not isinstance(schema.shape, ShapeReference):
        context.unsupported(
            "a response that is no component object",
            pointer,
            "move its schema to components/schemas and refer to it",
        )
        return None
    name = schema.shape.name
    if name not in context.models:
        context.models[name] = _model(context, context.api.schemas[name], name)
    return context.models[name]


def _model(context: Context, schema: Schema, name: str) -> plan.Model:
    imports = set(_MODEL_IMPORTS)
    fields = []
    for wire_name, one in properties(schema, context.api):
        found = for_response(without_null(one.shape))
        if found is None:
            context.unsupported("a field of this type in a response", one.pointer)
            continue
        annotation, reader = found
        imports |= annotation.imports | {Import(".._support.readers", reader)}
        fields.append(
            plan.Field(
                name=names.field_name(wire_name, taken=frozenset({"extra"})),
                wire_name=wire_name,
                annotation=either(annotation, Annotation(("None",))).text,
                default="None",
                docs=docs.of_field(None, context.telling(one)),
                secret=is_secret(one, context.api),
                reader=reader,
            )
        )
    if any(field.secret for field in fields):
        imports.add(Import("typing", "ClassVar"))
    context.distinct(fields, schema.pointer)
    return plan.Model(
        module=names.snake(name),
        class_name=names.class_name(name, "Model"),
        reader=names.function("read", name),
        docs=schema.description or schema.title or f"{name}.",
        imports=tuple(sorted(imports)),
        fields=tuple(fields),
    )
