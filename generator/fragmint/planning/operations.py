"""Operations -> parameter models: what goes out, how it is checked, what comes back."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote

from ..meaning.api import Operation, Parameter
from ..meaning.rules import Reference, Schema
from ..meaning.shapes import Array, Record, ShapeReference, Union, is_nullable
from . import docs, names, plan
from .annotations import Annotation, either, for_request
from .checks import object_subject, sets_allowed
from .composition import described, is_secret, properties, required
from .context import Context
from .literals import literal
from .models import plan_model
from .plan import Import

__all__ = ["plan_operation"]

_OPERATION_IMPORTS = frozenset(
    {
        Import("typing", "Any"),
        Import(".._support.http", "HttpRequest"),
        Import(".._support.http", "HttpResponse"),
        Import(".._support.models", "model"),
        Import(".._support.readers", "failure"),
        Import(".._support.requests", "Request"),
    }
)


_CLIENT_ARGUMENTS = frozenset({"auth", "base_url", "timeout", "transport"})


def plan_operation(context: Context, operation: Operation) -> plan.Operation:
    """The plan of `operation`, its validators and models planned with it."""
    module = names.snake(operation.id)
    path_module = names.snake(f"{operation.id} path")
    imports = set(_OPERATION_IMPORTS)
    path = [_parameter(context, p, imports) for p in operation.parameters]
    body, check, body_schema = _body(context, operation, imports)
    fields = [*path, *body]
    context.distinct(fields, operation.pointer)
    required = [f for f in fields if f.default is None]
    optional = [f for f in fields if f.default is not None and not f.held]
    path_check = _path_check(context, operation, path_module) if path else None
    if path_check:
        imports.add(Import(f"..validators.{path_module}", path_check))
    if check:
        imports |= {
            check,
            Import(".._support.encoding", "Unwritable"),
            Import(".._support.encoding", "form"),
        }
    if path_check or check:
        imports.add(Import(".._support.violations", "Found"))
    readings, error = _responses(context, operation, imports)
    returns = {r.model.class_name if r.model else "None" for r in readings} or {"None"}
    if path:
        imports.add(Import(".._support.encoding", "segment"))
    if path or check:
        imports.add(Import(".._support.fields", "Fields"))
    if returns != {"None"}:
        imports.add(Import(".._support.readers", "content"))
    if any(field.secret for field in fields):
        imports.add(Import("typing", "ClassVar"))
    return plan.Operation(
        module=module,
        class_name=names.class_name(operation.id, "Operation"),
        method=operation.method,
        path=operation.path,
        docs=docs.of_operation(operation),
        imports=tuple(sorted(imports)),
        fields=(*required, *optional, *(f for f in fields if f.held)),
        path_parts=_path_parts(operation.path),
        path_fields=tuple(path),
        body_fields=tuple(body),
        media_type=operation.body.media_type if operation.body else None,
        path_check=path_check,
        path_schema=context.description.origin(operation.pointer),
        body_check=check.name if check else None,
        body_schema=body_schema,
        accept="application/json" if returns != {"None"} else None,
        returns=" | ".join(sorted(returns)),
        readings=readings,
        error=error,
    )


def _parameter(
    context: Context, parameter: Parameter, imports: set[Import]
) -> plan.Field:
    annotation = for_request(parameter.schema.shape)
    if annotation is None or isinstance(parameter.schema.shape, Array | Union):
        context.unsupported("a path parameter of this type", parameter.pointer)
        annotation = Annotation(("object",))
    if parameter.client:
        annotation = either(annotation, Annotation(("None",)))
    imports |= annotation.imports
    schema = parameter.schema
    # The client has an argument for what it holds, beside its own.
    taken = _CLIENT_ARGUMENTS if parameter.client else frozenset()
    return plan.Field(
        name=names.field_name(parameter.name, taken),
        wire_name=parameter.name,
        annotation=annotation.text,
        default="None" if parameter.client else None,
        docs=docs.of_field(parameter.description, schema, held=parameter.client),
        secret=is_secret(schema, context.api),
        held=parameter.client,
    )


def _path_check(context: Context, operation: Operation, module: str) -> str:
    checks = context.checks()
    checks.imports.add(Import(".._support.encoding", "is_segment"))
    checks.secrets = {
        p.name for p in operation.parameters if is_secret(p.schema, context.api)
    }
    statements: list[plan.Statement] = []
    for parameter in operation.parameters:
        words = parameter.description or parameter.schema.description
        origin = context.description.origin(parameter.pointer)
        missing = plan.Refusal(
            verb="refuse",
            at="name",
            rule="required",
            limit=(
                repr("to the client or to the call") if parameter.client else "None"
            ),
            value="None",
            words="words" if words else "None",
            schema=literal(origin),
        )
        shown = "value"
        if parameter.name in checks.secrets:
            shown = "MASKED"
            checks.imports.add(Import(".._support.models", "MASKED"))
        segment = plan.Check(
            test=plan.Matches("is_segment", "value"),
            refusal=replace(missing, rule="segment", limit="None", value=shown),
        )
        statements.append(
            checks.of_property(
                parameter.name,
                described(parameter.schema, words),
                object_subject(origin),
                missing,
                more=(segment,),
            )
        )
    function = plan.CheckFunction(
        name=names.function("check", f"{operation.id} path"),
        about=f"the path of {operation.id}",
        sets_allowed=sets_allowed(tuple(statements)),
        statements=tuple(statements),
    )
    context.validator(module, f"{operation.id} path", checks, (function,))
    return function.name


def _body(
    context: Context, operation: Operation, imports: set[Import]
) -> tuple[list[plan.Field], Import | None, str]:
    if operation.body is None:
        return [], None, ""
    schema = operation.body.schema
    title = f"{operation.id} body"
    match schema.rules:
        case (Reference(name=name),):
            schema = context.api.schemas[name]
            title = name
        case _:
            pass
    if not isinstance(schema.shape, Record | ShapeReference):
        context.unsupported("a form that is no object", operation.body.pointer)
        return [], None, ""
    checks = context.checks()
    statements = checks.of_object(schema)
    function = plan.CheckFunction(
        name=names.function("check", title),
        about=f"{title} ({schema.origin})",
        sets_allowed=sets_allowed(statements),
        statements=statements,
    )
    module = names.snake(title)
    context.validator(module, title, checks, (function,))
    fields = [
        _property(
            context, wire_name, one, wire_name in required(schema, context.api), imports
        )
        for wire_name, one in properties(schema, context.api)
    ]
    return fields, Import(f"..validators.{module}", function.name), schema.origin


def _property(
    context: Context,
    wire_name: str,
    schema: Schema,
    needed: bool,
    imports: set[Import],
) -> plan.Field:
    annotation = for_request(schema.shape)
    if annotation is None or is_nullable(schema.shape):
        context.unsupported("a property of this type in a form", schema.pointer)
        annotation = Annotation(("object",))
    if not needed:
        annotation = either(annotation, Annotation(("None",)))
    imports |= annotation.imports
    return plan.Field(
        name=names.field_name(wire_name),
        wire_name=wire_name,
        annotation=annotation.text,
        default=None if needed else "None",
        docs=docs.of_field(None, context.telling(schema)),
        secret=is_secret(schema, context.api),
    )


def _responses(
    context: Context, operation: Operation, imports: set[Import]
) -> tuple[tuple[plan.Reading, ...], plan.Model | None]:
    readings: list[plan.Reading] = []
    error = None
    for response in operation.responses:
        model = None
        if response.schema is not None and operation.method != "HEAD":
            model = plan_model(context, response.schema, response.pointer)
            if model:
                module = f"..models.{model.module}"
                imports.add(Import(module, model.reader))
                if response.status != "default":
                    imports.add(Import(module, model.class_name))
        if response.status == "default":
            error = model
        elif response.status.isdigit() and response.status.startswith("2"):
            readings.append(plan.Reading(status=int(response.status), model=model))
        else:
            what = f"the response {response.status!r}"
            context.unsupported(what, response.pointer)
    if not readings:
        context.unsupported("an operation without a 2xx response", operation.pointer)
    return tuple(readings), error


def _path_parts(path: str) -> tuple[plan.PathPart, ...]:
    pieces = re.split(r"\{([^{}]*)\}", path)
    parts = []
    for index, piece in enumerate(pieces):
        if index % 2:
            parts.append(plan.PathPart(text=None, parameter=piece))
        elif piece:
            # What is not a character of a path (RFC 3986 §3.3) is encoded here and now.
            text = quote(piece, safe="/-._~!$&'()*+,;=:@%")
            parts.append(plan.PathPart(text=text, parameter=None))
    return tuple(parts)
