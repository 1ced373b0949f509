"""Api -> Plan: one package, every name of it decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..diagnostics import Problem, Problems
from ..meaning.api import Api, Operation, Parameter
from ..meaning.rules import AllOf, Properties, Reference, Required, Schema
from ..meaning.shapes import ShapeReference, is_nullable, without_null
from ..reading import Description, Pointer
from . import docs, names, plan
from .annotations import Annotation, either, for_request, for_response
from .checks import Checks, object_subject, sets_allowed
from .literals import literal
from .plan import Import

__all__ = ["plan_package"]

RUNTIME_EXPORTS = {
    "Advice": "_support.violations",
    "ApiError": "_support.errors",
    "ClientError": "_support.errors",
    "ConnectFailed": "_support.errors",
    "ConnectionLost": "_support.errors",
    "HttpRequest": "_support.http",
    "HttpResponse": "_support.http",
    "InvalidRequest": "_support.violations",
    "InvalidResponse": "_support.errors",
    "Request": "_support.requests",
    "TimedOut": "_support.errors",
    "Timeout": "_support.http",
    "TransportError": "_support.errors",
    "UnreadableField": "_support.readers",
    "Violation": "_support.violations",
    "AsyncClient": "client",
    "Client": "client",
}
"""What every package offers, whatever its description says."""

AUTH = {"basic": "BasicAuth"}
"""The class of credentials for each kind of security scheme."""


_OPERATION_IMPORTS = frozenset(
    {
        Import("collections.abc", "Mapping"),
        Import("typing", "Any"),
        Import(".._support.http", "HttpRequest"),
        Import(".._support.http", "HttpResponse"),
        Import(".._support.models", "model"),
        Import(".._support.readers", "failure"),
        Import(".._support.requests", "Request"),
        Import(".._support.violations", "Found"),
    }
)
_MODEL_IMPORTS = frozenset(
    {
        Import("collections.abc", "Mapping"),
        Import("dataclasses", "field"),
        Import("typing", "Any"),
        Import(".._support.models", "Model"),
        Import(".._support.models", "model"),
    }
)
_CHECK_IMPORTS = frozenset(
    {
        Import("collections.abc", "Mapping"),
        Import("typing", "Any"),
        Import(".._support.violations", "Found"),
    }
)


def plan_package(api: Api, description: Description, name: str) -> plan.Package:
    """The plan of the package `name`.

    Raises:
        Problems: something has no form in Python yet, or two things want one name.
    """
    planner = _Planner(api, description)
    package = planner.package(name)
    if planner.problems:
        raise Problems(planner.problems)
    return package


class _Planner:
    def __init__(self, api: Api, description: Description) -> None:
        self.api = api
        self.description = description
        self.problems: list[Problem] = []
        self.models: dict[str, plan.Model] = {}
        self.validators: dict[str, plan.Validator] = {}

    def package(self, name: str) -> plan.Package:
        operations = [self._operation(one) for one in self.api.operations]
        by_tag: dict[str, list[tuple[Operation, plan.Operation]]] = {}
        for meant, planned in zip(self.api.operations, operations, strict=True):
            by_tag.setdefault(meant.tag, []).append((meant, planned))
        resources = [self._resource(tag, members) for tag, members in by_tag.items()]
        client = self._client(operations)
        exports = dict(RUNTIME_EXPORTS)
        if client.auth is not None:
            exports[client.auth] = "_support.auth"
        for operation in operations:
            exports[operation.class_name] = f"operations.{operation.module}"
        for model in self.models.values():
            exports[model.class_name] = f"models.{model.module}"
        return plan.Package(
            name=name,
            title=self.api.title,
            docs=self.api.description or "",
            client=client,
            resources=tuple(resources),
            operations=tuple(operations),
            models=tuple(self.models[key] for key in sorted(self.models)),
            validators=tuple(self.validators[key] for key in sorted(self.validators)),
            exports=tuple(sorted(plan.Export(n, m) for n, m in exports.items())),
        )

    def _client(self, operations: Iterable[plan.Operation]) -> plan.Client:
        held = {f.name: f for one in operations for f in one.fields if f.held}
        security = self.api.security
        return plan.Client(
            title=self.api.title,
            server=self.api.server.rstrip("/"),
            auth=AUTH[security.kind] if security else None,
            held=tuple(held.values()),
            docs=self.api.description or "",
        )

    # --- operations ---------------------------------------------------------------

    def _resource(
        self, tag: str, members: list[tuple[Operation, plan.Operation]]
    ) -> plan.Resource:
        short = [names.method_name(one.id, tag) for one, _ in members]
        methods = []
        for (meant, planned), name in zip(members, short, strict=True):
            unique = name if short.count(name) == 1 else names.snake(meant.id)
            methods.append(
                plan.Method(
                    name=unique,
                    operation=planned,
                    docs=docs.of_method(planned.docs, planned.fields),
                    short_docs=planned.docs,
                )
            )
        imports: set[Import] = {Import(".._support.client", "BaseClient")}
        imports.add(Import(".._support.client", "BaseAsyncClient"))
        for _, planned in members:
            used = {field.annotation for field in planned.fields}
            imports |= {
                i for i in planned.imports if any(_names(i.name, a) for a in used)
            }
            imports |= {i for i in planned.imports if i.name == planned.returns}
            module = f"..operations.{planned.module}"
            imports.add(Import(module, planned.class_name))
        return plan.Resource(
            module=names.snake(tag),
            class_name=names.pascal(tag),
            attribute=names.field_name(tag),
            docs=dict(self.api.tags).get(tag) or tag,
            imports=tuple(sorted(imports)),
            methods=tuple(methods),
        )

    def _operation(self, operation: Operation) -> plan.Operation:
        module = names.snake(operation.id)
        imports = set(_OPERATION_IMPORTS)
        path = [self._parameter(p, imports) for p in operation.parameters]
        body, body_check, body_schema = self._body(operation, imports)
        fields = [*path, *body]
        self._distinct(fields, operation.pointer)
        required = [f for f in fields if f.default is None]
        optional = [f for f in fields if f.default is not None and not f.held]
        path_check = self._path_check(operation, module) if path else None
        if path_check:
            imports.add(Import(f"..validators.{module}", path_check))
        if body_check:
            imports.add(Import(f"..validators.{body_check[6:]}", body_check))
            imports.add(Import(".._support.encoding", "form"))
        readings, error = self._responses(operation, imports)
        models = {reading.model for reading in readings}
        if path:
            imports.add(Import(".._support.encoding", "segment"))
        if path or body_check:
            imports.add(Import(".._support.requests", "Fields"))
        if any(models):
            imports.add(Import(".._support.readers", "content"))
        if any(field.secret for field in fields):
            imports.add(Import("typing", "ClassVar"))
        return plan.Operation(
            module=module,
            class_name=names.pascal(operation.id),
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
            path_schema=self.description.origin(operation.pointer),
            body_check=body_check,
            body_schema=body_schema,
            accept="application/json" if models - {None} else None,
            returns=" | ".join(sorted(m or "None" for m in models)) or "None",
            readings=readings,
            error=error,
        )

    def _parameter(self, parameter: Parameter, imports: set[Import]) -> plan.Field:
        annotation = for_request(parameter.schema.shape)
        if annotation is None:
            self._unsupported("a path parameter of this type", parameter.pointer)
            annotation = Annotation(("object",))
        if parameter.client:
            annotation = either(annotation, Annotation(("None",)))
        imports |= annotation.imports
        schema = parameter.schema
        return plan.Field(
            name=names.field_name(parameter.name),
            wire_name=parameter.name,
            annotation=annotation.text,
            default="None" if parameter.client else None,
            docs=docs.of_field(parameter.description, schema, held=parameter.client),
            secret=schema.format == "password",
            held=parameter.client,
        )

    def _path_check(self, operation: Operation, module: str) -> str:
        checks = Checks(self.api, self.description)
        statements: list[plan.Statement] = []
        for parameter in operation.parameters:
            words = parameter.description or parameter.schema.description
            origin = self.description.origin(parameter.pointer)
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
            # RFC 3986 §5.2.4 would take these for steps in the path.
            segment = plan.Check(
                test=plan.Keyword("segment", "value", "None"),
                refusal=replace(missing, rule="segment", limit="None", value="value"),
            )
            statements.append(
                checks.of_property(
                    parameter.name,
                    _described(parameter.schema, words),
                    object_subject(origin),
                    missing,
                    more=(segment,),
                )
            )
        function = plan.CheckFunction(
            name=f"check_{module}",
            about=f"the path of {operation.id}",
            sets_allowed=sets_allowed(tuple(statements)),
            statements=tuple(statements),
        )
        self._validator(module, operation.id, checks, (function,))
        return function.name

    def _body(
        self, operation: Operation, imports: set[Import]
    ) -> tuple[list[plan.Field], str | None, str]:
        if operation.body is None:
            return [], None, ""
        schema = operation.body.schema
        name = names.snake(f"{operation.id} body")
        for rule in schema.rules:
            if isinstance(rule, Reference):
                schema = self.api.schemas[rule.name]
                name = names.snake(rule.name)
        checks = Checks(self.api, self.description)
        statements = checks.of_object(schema)
        function = plan.CheckFunction(
            name=f"check_{name}",
            about=f"{schema.name or operation.id} ({schema.origin})",
            sets_allowed=sets_allowed(statements),
            statements=statements,
        )
        self._validator(name, schema.name or operation.id, checks, (function,))
        fields = [
            self._property(wire_name, one, wire_name in _required(schema), imports)
            for wire_name, one in _properties(schema, self.api)
        ]
        return fields, function.name, schema.origin

    def _property(
        self, wire_name: str, schema: Schema, required: bool, imports: set[Import]
    ) -> plan.Field:
        annotation = for_request(schema.shape)
        if annotation is None or is_nullable(schema.shape):
            self._unsupported("a property of this type in a form", schema.pointer)
            annotation = Annotation(("object",))
        if not required:
            annotation = either(annotation, Annotation(("None",)))
        imports |= annotation.imports
        return plan.Field(
            name=names.field_name(wire_name),
            wire_name=wire_name,
            annotation=annotation.text,
            default=None if required else "None",
            docs=docs.of_field(None, self._telling(schema)),
            secret=schema.format == "password",
        )

    def _telling(self, schema: Schema) -> Schema:
        """`schema`, with the words of what it refers to where it has none."""
        for rule in schema.rules:
            if isinstance(rule, Reference) and schema.description is None:
                return _described(schema, self.api.schemas[rule.name].description)
        return schema

    def _responses(
        self, operation: Operation, imports: set[Import]
    ) -> tuple[tuple[plan.Reading, ...], str | None]:
        readings: list[plan.Reading] = []
        error = None
        for response in operation.responses:
            model = None
            if response.schema is not None:
                model = self._model_of(response.schema, response.pointer)
                if model:
                    imports.add(Import(f"..models.{names.snake(model)}", model))
            if response.status == "default":
                error = model
            elif response.status.isdigit() and response.status.startswith("2"):
                readings.append(plan.Reading(status=int(response.status), model=model))
            else:
                what = f"the response {response.status!r}"
                self._unsupported(what, response.pointer)
        return tuple(readings), error

    # --- models -------------------------------------------------------------------

    def _model_of(self, schema: Schema, pointer: Pointer) -> str | None:
        if not isinstance(schema.shape, ShapeReference):
            self._unsupported("a response that is no component object", pointer)
            return None
        name = schema.shape.name
        if name not in self.models:
            self.models[name] = self._model(self.api.schemas[name], name)
        return self.models[name].class_name

    def _model(self, schema: Schema, name: str) -> plan.Model:
        imports = set(_MODEL_IMPORTS)
        fields = []
        for wire_name, one in _properties(schema, self.api):
            found = for_response(without_null(one.shape))
            if found is None:
                self._unsupported("a field of this type in a response", one.pointer)
                continue
            annotation, reader = found
            imports |= annotation.imports | {Import(".._support.readers", reader)}
            fields.append(
                plan.Field(
                    name=names.field_name(wire_name, reserved=frozenset({"extra"})),
                    wire_name=wire_name,
                    annotation=either(annotation, Annotation(("None",))).text,
                    default="None",
                    docs=docs.of_field(None, self._telling(one)),
                    secret=one.format == "password",
                    reader=reader,
                )
            )
        if any(field.secret for field in fields):
            imports.add(Import("typing", "ClassVar"))
        self._distinct(fields, schema.pointer)
        return plan.Model(
            module=names.snake(name),
            class_name=names.pascal(name),
            docs=schema.description or schema.title or f"{name}.",
            imports=tuple(sorted(imports)),
            fields=tuple(fields),
        )

    # --- rules --------------------------------------------------------------------

    def _validator(
        self,
        module: str,
        title: str,
        checks: Checks,
        functions: tuple[plan.CheckFunction, ...] = (),
        predicates: tuple[plan.PredicateFunction, ...] = (),
    ) -> None:
        self.problems += checks.problems
        if module in self.validators and self.validators[module].title != title:
            message = f"{title!r} and another schema or operation are both {module}"
            self.problems.append(Problem("name-collision", message, None))
        self.validators[module] = plan.Validator(
            module=module,
            title=title,
            imports=tuple(
                sorted(checks.imports | (_CHECK_IMPORTS if functions else set()))
            ),
            checks=functions,
            predicates=predicates,
        )
        for name in sorted(checks.predicates):
            if names.snake(name) not in self.validators:
                self._predicate(name)

    def _predicate(self, name: str) -> None:
        schema = self.api.schemas[name]
        checks = Checks(self.api, self.description)
        module = names.snake(name)
        predicate = plan.PredicateFunction(
            name=f"is_{module}",
            about=f"{name} ({schema.origin})",
            test=checks.test(schema, "value"),
        )
        self._validator(module, name, checks, predicates=(predicate,))

    # --- problems -----------------------------------------------------------------

    def _distinct(self, fields: list[plan.Field], pointer: Pointer) -> None:
        seen: dict[str, str] = {}
        for field in fields:
            if field.name in seen:
                pair = f"{seen[field.name]!r} and {field.wire_name!r}"
                message = f"{pair} would both be called {field.name}"
                place = self.description.place(pointer, key=True)
                self.problems.append(Problem("name-collision", message, place))
            seen[field.name] = field.wire_name

    def _unsupported(self, what: str, pointer: Pointer) -> None:
        place = self.description.place(pointer, key=True)
        message = f"{what} is not understood yet"
        self.problems.append(Problem("unsupported", message, place))


def _names(name: str, annotation: str) -> bool:
    return re.search(rf"\b{name}\b", annotation) is not None


def _path_parts(path: str) -> tuple[plan.PathPart, ...]:
    pieces = re.split(r"\{([^{}]*)\}", path)
    parts = []
    for index, piece in enumerate(pieces):
        if index % 2:
            parts.append(plan.PathPart(text=None, parameter=piece))
        elif piece:
            parts.append(plan.PathPart(text=piece, parameter=None))
    return tuple(parts)


def _members(
    schema: Schema, api: Api, seen: frozenset[str] = frozenset()
) -> Iterator[Schema]:
    """`schema` and all that it is composed of; `seen` has the components above it."""
    yield schema
    for rule in schema.rules:
        match rule:
            case AllOf(schemas=schemas):
                for one in schemas:
                    yield from _members(one, api, seen)
            case Reference(name=name) if name not in seen:
                yield from _members(api.schemas[name], api, seen | {name})
            case _:
                pass


def _properties(schema: Schema, api: Api) -> list[tuple[str, Schema]]:
    found: dict[str, Schema] = {}
    for member in _members(schema, api):
        for rule in member.rules:
            if isinstance(rule, Properties):
                for name, one in rule.schemas:
                    found.setdefault(name, one)
    return list(found.items())


def _required(schema: Schema) -> set[str]:
    return {
        n for rule in schema.rules if isinstance(rule, Required) for n in rule.names
    }


def _described(schema: Schema, description: str | None) -> Schema:
    return replace(schema, description=description)
