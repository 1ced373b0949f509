"""Api -> Plan: one package, every name of it decided."""

from __future__ import annotations

import re
from dataclasses import replace

from ..diagnostics import Problem
from ..meaning.api import Api
from ..reading import Description
from . import docs, plan
from .bodies import BODIES
from .clients import plan_client, plan_servers
from .context import Context
from .exports import HELD_BY, RUNTIME_EXPORTS, YIELDING_EXPORTS
from .formats import Asserted, Formats
from .imports import STRING, divided, named_in
from .models import plan_input, plan_output
from .namer import Namer
from .operations import plan_operation
from .pages import AT_ONCE
from .payloads import plan_payload
from .plan import Import
from .streams import AS_IT_COMES, in_pieces
from .testing import plan_testing
from .types import plan_types

__all__ = ["plan_package"]

_RENAMES = ".._support.renames"
_PAGINATION = ".._support.pagination"
_PAGES = ("AsyncPages", "Pages")
_CLIENT = ".._support.client"
_STREAMING = ".._support.streaming"
_STREAMS = ("AsyncStream", "Stream")
_AUTH = ("_support.auth", "_support.tokens")
_SIGNERS = {"BasicAuth", "BearerAuth", "RawAuth"}


def plan_package(
    api: Api,
    description: Description,
    name: str,
    formats: Formats,
    namer: Namer,
    asserted: Asserted,
    transport: str = "httpx2",
    *,
    testing: bool = True,
) -> tuple[plan.Package, list[Problem]]:
    """The plan of the package `name`, and what is less in it than it seems."""
    context = Context(api, description, formats, namer, asserted)
    operations = [plan_operation(context, one) for one in api.operations]
    payloads = [plan_payload(context, one) for one in api.payloads]
    types = plan_types(context)
    _plan_models(context)
    context.plan_validators()
    context.settle()
    resources = tuple(_resources(context, operations))
    streams = in_pieces(operations)
    client = plan_client(api, namer, operations, resources, transport, streams=streams)
    servers = plan_servers(api, namer)
    models = tuple(context.models[key] for key in sorted(context.models))
    return (
        plan.Package(
            name=name,
            title=api.title,
            docs=api.description or "",
            client=client,
            servers=servers,
            resources=resources,
            operations=tuple(operations),
            payloads=tuple(payloads),
            models=models,
            types=types,
            validators=tuple(
                context.validators[key] for key in sorted(context.validators)
            ),
            testing=(
                plan_testing(context, operations, resources, models, streams=streams)
                if testing
                else None
            ),
            exports=_exports(namer, client, operations, payloads, models, types),
        ),
        context.problems,
    )


def _plan_models(context: Context) -> None:
    """Plan what was asked for, and what that asks for."""
    namer = context.names
    done: set[tuple[object, str]] = set()
    while True:
        todo = [(r, "out") for r in namer.asked_out if (r, "out") not in done]
        todo += [(r, "in") for r in namer.asked_in if (r, "in") not in done]
        if not todo:
            return
        for record, direction in todo:
            done.add((record, direction))
            (plan_input if direction == "out" else plan_output)(context, record)


def _resources(
    context: Context, operations: list[plan.Operation]
) -> list[plan.Resource]:
    api, namer = context.api, context.names
    told = dict(api.tags)
    by_tag: dict[str, list[plan.Method]] = {}
    for meant, planned in zip(api.operations, operations, strict=True):
        stream = planned.stream if planned.stream and planned.stream.only else None
        parts = planned.pages or stream
        how = AT_ONCE if planned.pages else AS_IT_COMES
        told_of = f"{planned.docs}\n\n{how}" if parts else planned.docs
        method = plan.Method(
            name=namer.method(meant),
            operation=planned,
            fields=planned.fields,
            returns=planned.returns,
            item=parts.item if parts else None,
            streamed=planned.stream.item if planned.stream else None,
            docs=docs.of_method(told_of, planned.fields),
            short_docs=told_of,
            former=namer.former_methods(meant),
        )
        by_tag.setdefault(namer.tags[meant.pointer], []).append(method)
    return [
        _resource(namer, tag, told.get(tag) or tag, by_tag[tag])
        for tag in sorted(by_tag, key=lambda tag: namer.resource(tag))
    ]


def _resource(
    namer: Namer, tag: str, about: str, methods: list[plan.Method]
) -> plan.Resource:
    attribute, class_name = namer.resource(tag)
    streamed = any(one.item is not None and not one.operation.pages for one in methods)
    client = f"{_STREAMING}_client" if streamed else _CLIENT
    imports = {Import(client, "BaseAsyncClient"), Import(client, "BaseClient")}
    types: set[Import] = set()
    if any("list" in (method.name, *method.former) for method in methods):
        # The method hides the builtin in annotations below it.
        methods = [_with_list(method) for method in methods]
    if any(f.default == "UNSET" for method in methods for f in method.fields):
        imports.add(Import(".._support.unset", "UNSET"))
    if any(method.former for method in methods):
        # Below a method of that name, it would be the method.
        imports.add(Import(_RENAMES, "renamed", "_renamed"))
    for method in methods:
        given = " ".join(f.annotation for f in method.fields)
        said = f"{method.returns} {given}"
        operation = method.operation
        if operation.pages is not None:
            types.update(operation.pages.imports)
            imports.update(Import(_PAGINATION, name) for name in _PAGES)
            said += f" {method.item}"
        elif method.item is not None:
            imports.update(Import(_STREAMING, name) for name in _STREAMS)
            said = f"{method.item} {given}"
        types.update(named_in(said, (*operation.imports, *operation.type_imports)))
        imports.update(named_in(said, [Import("typing", "List")]))
    needed, named = divided(imports, types)
    return plan.Resource(
        module=attribute,
        class_name=class_name,
        attribute=attribute,
        docs=about,
        imports=needed,
        type_imports=named,
        methods=tuple(methods),
        former=namer.ledger.former("resources", attribute),
    )


def _with_list(method: plan.Method) -> plan.Method:
    """`method`, its annotations written with typing's List."""

    def spelled(annotation: str) -> str:
        pieces = re.split(f"({STRING.pattern})", annotation)
        return "".join(
            piece if index % 2 else re.sub(r"\blist\b", "List", piece)
            for index, piece in enumerate(pieces)
        )

    fields = (replace(f, annotation=spelled(f.annotation)) for f in method.fields)
    return replace(
        method,
        fields=tuple(fields),
        returns=spelled(method.returns),
        item=None if method.item is None else spelled(method.item),
        streamed=None if method.streamed is None else spelled(method.streamed),
    )


def _exports(
    namer: Namer,
    client: plan.Client,
    operations: list[plan.Operation],
    payloads: list[plan.Payload],
    models: tuple[plan.Model, ...],
    types: tuple[plan.NamedType, ...],
) -> tuple[plan.Export, ...]:
    exports = [plan.Export(n, m) for n, m in RUNTIME_EXPORTS.items()]
    kinds = {one.annotation for one in client.schemes}
    # Where it is silent on who calls, what can be a signer is of use.
    exports = [
        one
        for one in exports
        if one.module not in _AUTH or one.name in (kinds or _SIGNERS)
    ]
    named = {i.module for one in operations for i in (*one.imports, *one.type_imports)}
    named |= {i.module for one in models for i in (*one.imports, *one.type_imports)}
    unused = set[str]() if payloads else {"_support.payloads"}
    unused |= set() if BODIES in named else {BODIES.lstrip(".")}
    if not in_pieces(operations):
        unused |= {"_support.streaming", "_support.streams"}
    exports = [one for one in exports if one.module not in unused]
    if any(one.pages is not None for one in operations):
        exports += [plan.Export(name, "_support.pagination") for name in _PAGES]
    classes = {one.class_name: f"operations.{one.module}" for one in operations}
    classes |= {one.class_name: f"models.{one.module}" for one in models}
    classes |= {one.name: f"types.{one.module}" for one in types}
    exports += [
        plan.Export(name, module, namer.ledger.former("classes", name))
        for name, module in classes.items()
    ]
    exports += [plan.Export(p.function, f"payloads.{p.module}") for p in payloads]
    exports += [plan.Export(one.name, one.module[1:]) for one in client.transports]
    taken = {one.name for one in exports}
    exports += [
        plan.Export(n, m)
        for n, m in YIELDING_EXPORTS.items()
        if n not in taken
        and m not in unused
        and (m not in HELD_BY or HELD_BY[m] in kinds)
    ]
    return tuple(sorted(exports))
