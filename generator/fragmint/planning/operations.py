"""Operations -> parameter models: what goes out, how it is checked, what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from ..meaning.api import Operation, Parameter
from . import docs, plan
from .bodies import PlannedBody, plan_body
from .context import Context
from .imports import divided
from .literals import literal
from .pages import plan_pages
from .parameters import (
    LOCATIONS,
    PlannedGroup,
    is_made,
    is_segment,
    plan_parameters,
    style_of,
)
from .plan import Import
from .responses import plan_responses

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
_WRITERS = {
    "query": Import(".._support.parameters", "query_string"),
    "search": Import(".._support.parameters", "querystring"),
    "header": Import(".._support.parameters", "header_fields"),
    "cookie": Import(".._support.parameters", "cookie_header"),
}


def plan_operation(context: Context, operation: Operation) -> plan.Operation:
    """The plan of `operation`, its validators and models asked for with it."""
    module, class_name = context.names.operation(operation)
    imports = set(_OPERATION_IMPORTS)
    types: set[Import] = set()
    planned = [plan_parameters(context, operation, one) for one in LOCATIONS]
    groups = [one for one in planned if one is not None]
    for one in groups:
        imports |= one.imports
        types |= one.types
        if (writer := _WRITERS.get(one.group.variable)) is not None:
            imports.add(writer)
    body = plan_body(context, operation)
    if body is not None:
        imports |= body.imports
        types |= body.types
    responses = plan_responses(context, operation)
    imports |= responses.imports | responses.promised.imports
    fields = [f for one in groups for f in one.group.fields]
    fields += body.fields if body else []
    path_parts = (
        *_path_parts(context, operation, imports),
        *_query(groups, "&" if "?" in operation.path else "?"),
    )
    imports |= _needed(groups, body, fields)
    headers = [
        f for g in groups if g.group.variable == "header" for f in g.group.fields
    ]
    made = {p.name for p in operation.parameters if is_made(p)}
    key = next((f.name for f in headers if f.wire_name in made), None)
    server = operation.server.default_url if operation.server else None
    if key or operation.security is not None or server is not None:
        imports.add(Import("typing", "ClassVar"))
    pages = plan_pages(context, operation)
    if pages is not None:
        imports.add(pages.scheme)
    stream = responses.stream
    if stream is not None:
        imports |= stream.imports | stream.item.imports
        imports.remove(Import(".._support.requests", "Request"))
    needed, named = divided(imports | responses.returns.imports, types)
    returns = responses.returns.text or "None"
    return plan.Operation(
        module=module,
        class_name=class_name,
        former=context.names.former_modules(class_name),
        method=operation.method,
        path=operation.path,
        docs=docs.of_operation(operation),
        imports=needed,
        type_imports=named,
        fields=tuple(_ordered(fields)),
        path_parts=path_parts,
        groups=tuple(one.group for one in groups),
        plain=tuple(one.group.variable for one in groups if not one.plain),
        body=_body(body),
        headers=tuple(_headers(groups)),
        accept=responses.accept,
        server=server,
        idempotency_key=key,
        security=operation.security,
        returns=returns,
        readings=responses.readings,
        errors=responses.errors,
        statuses=tuple(response.status for response in operation.responses),
        promised=responses.promised.text,
        pages=pages,
        stream=None if stream is None else stream.plan,
    )


def _body(body: PlannedBody | None) -> plan.Body | None:
    if body is None:
        return None
    return plan.Body(
        group=plan.Group(
            variable="body",
            constant="_BODY",
            check=None,
            schema=body.schema,
            fields=body.named,
        ),
        contents=body.contents,
        parts=body.parts,
        optional=body.optional,
        plain=body.plain,
        raw_depth=body.raw_depth,
        whole=body.whole,
        extra=body.extra,
        choice=body.choice,
    )


def _needed(
    groups: list[PlannedGroup], body: PlannedBody | None, fields: list[plan.Field]
) -> set[Import]:
    """What the module needs for its groups of fields."""
    imports: set[Import] = set()
    if groups or body:
        imports |= {
            Import(".._support.encoding", "Unwritable"),
            Import(".._support.fields", "Fields"),
            Import(".._support.violations", "Found"),
        }
    if any(not one.plain for one in groups) or (body and not body.plain):
        imports.add(Import(".._support.plain", "plain"))
    if any(field.default == "UNSET" for field in fields):
        imports.add(Import(".._support.unset", "UNSET"))
    if any(field.secret for field in fields):
        imports.add(Import("typing", "ClassVar"))
    return imports


def _ordered(fields: list[plan.Field]) -> list[plan.Field]:
    """Those that have to be given first, those that the client holds last."""
    return sorted(fields, key=lambda field: (field.held, field.default is not None))


def _path_parts(
    context: Context, operation: Operation, imports: set[Import]
) -> tuple[plan.PathPart, ...]:
    by_name = {p.name: p for p in operation.parameters if p.location == "path"}
    # A fragment tells operations apart in a description; no request has one.
    pieces = re.split(r"\{([^{}]*)\}", operation.path.partition("#")[0])
    parts = []
    for index, piece in enumerate(pieces):
        if index % 2:
            source = _path_part(context, by_name[piece], imports)
            parts.append(plan.PathPart(text=None, source=source))
        elif piece:
            # What is not a character of a path (RFC 3986 §3.3) is encoded here and now;
            # but for the mark of a query, which some descriptions have in their paths.
            text = quote(piece, safe="/-._~!$&'()*+,;=:@%?")
            parts.append(plan.PathPart(text=text, source=""))
    return tuple(parts)


def _query(groups: list[PlannedGroup], mark: str) -> Iterator[plan.PathPart]:
    """What writes the query; `mark` joins it to what stands before."""
    for one in groups:
        group = one.group
        if group.variable == "query":
            source = f"query_string({_arguments(group)})"
            if mark == "&":
                source += '.replace("?", "&", 1)'
            yield plan.PathPart(text=None, source=source)
        elif group.variable == "search":
            name = literal(group.fields[0].wire_name)
            kind = literal(group.media_type or "application/x-www-form-urlencoded")
            styles = f", {group.constant}_STYLES" if group.styles else ""
            source = f"querystring(search.get({name}), {kind}{styles})"
            yield plan.PathPart(text=None, source=source)


def _headers(groups: list[PlannedGroup]) -> Iterator[str]:
    for one in groups:
        if one.group.variable in ("header", "cookie"):
            writer = _WRITERS[one.group.variable].name
            yield f"{writer}({_arguments(one.group)})"


def _arguments(group: plan.Group) -> str:
    styles = f", {group.constant}_STYLES" if group.styles else ""
    return f"{group.variable}{styles}"


def _path_part(context: Context, parameter: Parameter, imports: set[Import]) -> str:
    name = literal(parameter.name)
    if is_segment(context, parameter):
        imports.add(Import(".._support.encoding", "segment"))
        return f"segment(path[{name}])"
    imports.add(Import(".._support.parameters", "path_segment"))
    style = f", _PATH_STYLES[{name}]" if style_of(parameter) is not None else ""
    return f"path_segment({name}, path[{name}]{style})"
