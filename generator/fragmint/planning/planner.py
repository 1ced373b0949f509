"""Api -> Plan: one package, every name of it decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Problem, Problems
from ..meaning.api import Api, Operation
from ..reading import Description
from . import docs, names, plan
from .context import Context
from .operations import plan_operation
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


def plan_package(api: Api, description: Description, name: str) -> plan.Package:
    """The plan of the package `name`.

    Raises:
        Problems: something has no form in Python yet, or two things want one name.
    """
    context = Context(api, description)
    operations = [plan_operation(context, one) for one in api.operations]
    by_tag: dict[str, list[tuple[Operation, plan.Operation]]] = {}
    for meant, planned in zip(api.operations, operations, strict=True):
        by_tag.setdefault(meant.tag, []).append((meant, planned))
    client = _client(api, operations)
    package = plan.Package(
        name=name,
        title=api.title,
        docs=api.description or "",
        client=client,
        resources=tuple(_resource(api, tag, by_tag[tag]) for tag in by_tag),
        operations=tuple(operations),
        models=tuple(context.models[key] for key in sorted(context.models)),
        validators=tuple(context.validators[key] for key in sorted(context.validators)),
        exports=_exports(context, client, operations),
    )
    context.problems += _collisions(package)
    if context.problems:
        raise Problems(context.problems)
    return package


def _client(api: Api, operations: list[plan.Operation]) -> plan.Client:
    by_wire_name = {f.wire_name: f for one in operations for f in one.fields if f.held}
    held = tuple(by_wire_name.values())
    auth = AUTH[api.security.kind] if api.security else None
    return plan.Client(
        title=api.title,
        server=api.server.rstrip("/"),
        auth=auth,
        held=held,
        docs=docs.of_client(api, held, auth=auth is not None, close="close"),
        async_docs=docs.of_client(api, held, auth=auth is not None, close="aclose"),
    )


def _resource(
    api: Api, tag: str, members: list[tuple[Operation, plan.Operation]]
) -> plan.Resource:
    short = [names.method_name(one.id, tag) for one, _ in members]
    imports = {
        Import(".._support.client", "BaseAsyncClient"),
        Import(".._support.client", "BaseClient"),
    }
    methods = []
    for (meant, planned), name in zip(members, short, strict=True):
        methods.append(
            plan.Method(
                name=name if short.count(name) == 1 else names.snake(meant.id),
                operation=planned,
                docs=docs.of_method(planned.docs, planned.fields),
                short_docs=planned.docs,
            )
        )
        said = " ".join([planned.returns, *(f.annotation for f in planned.fields)])
        imports |= {i for i in planned.imports if re.search(rf"\b{i.name}\b", said)}
        imports.add(Import(f"..operations.{planned.module}", planned.class_name))
    return plan.Resource(
        module=names.snake(tag),
        class_name=names.class_name(tag, "Resource"),
        attribute=names.attribute(tag),
        docs=dict(api.tags).get(tag) or tag,
        imports=tuple(sorted(imports)),
        methods=tuple(methods),
    )


def _exports(
    context: Context, client: plan.Client, operations: list[plan.Operation]
) -> tuple[plan.Export, ...]:
    exports = [plan.Export(n, m) for n, m in RUNTIME_EXPORTS.items()]
    if client.auth is not None:
        exports.append(plan.Export(client.auth, "_support.auth"))
    exports += [plan.Export(o.class_name, f"operations.{o.module}") for o in operations]
    exports += [
        plan.Export(m.class_name, f"models.{m.module}") for m in context.models.values()
    ]
    return tuple(sorted(exports))


def _collisions(package: plan.Package) -> Iterator[Problem]:
    """Names that two things of the package want."""
    wanted = {
        "the package": [(export.name, export.module) for export in package.exports],
        "the client": [(r.attribute, f"the tag {r.docs!r}") for r in package.resources],
        "the operations": [
            (o.module, f"{o.method} {o.path}") for o in package.operations
        ],
        "the models": [(m.module, m.class_name) for m in package.models],
        "client.py": [
            (f"{prefix}{r.class_name}", f"the tag {r.docs!r}")
            for r in package.resources
            for prefix in ("", "Async")
        ],
        "the client's arguments": [(f.name, f.wire_name) for f in package.client.held],
    }
    wanted |= {
        f"the resource {resource.attribute}": [
            (m.name, f"{m.operation.method} {m.operation.path}")
            for m in resource.methods
        ]
        for resource in package.resources
    }
    wanted |= {
        f"resources/{resource.module}.py": [
            (resource.class_name, f"the tag {resource.docs!r}"),
            (f"Async{resource.class_name}", f"the tag {resource.docs!r}"),
            *((i.name, i.module) for i in resource.imports),
        ]
        for resource in package.resources
    }
    for owner, pairs in wanted.items():
        seen: dict[str, str] = {}
        for name, what in pairs:
            if name in seen:
                message = f"{seen[name]} and {what} would both be {name} in {owner}"
                yield Problem("name-collision", message, None)
            seen[name] = what
