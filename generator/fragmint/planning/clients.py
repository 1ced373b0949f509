"""The client: where it sends, who is calling, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meaning.api import Api, SecurityScheme, Server
from . import docs, names, plan
from .imports import divided, named_in
from .literals import literal
from .namer import Namer
from .plan import Import

__all__ = ["plan_client", "plan_servers"]

_AUTH = {"BasicAuth", "HttpScheme", "Scheme"}
_CACHED = Import("functools", "cached_property")
_WARN = Import("._support.renames", "warn_renamed")
_RUNTIME = (
    Import("._support.settings", "DEFAULT_TIMEOUT"),
    Import("._support.discreet", "discreet"),
    Import("._support.http", "Timeout"),
    Import("._support.settings", "Options"),
    Import("._support.transports", "AsyncTransport"),
    Import("._support.transports", "Transport"),
    Import("typing", "Unpack"),
)


def plan_client(
    api: Api,
    namer: Namer,
    operations: list[plan.Operation],
    resources: tuple[plan.Resource, ...],
    transport: str = "httpx2",
    *,
    streams: bool = False,
) -> plan.Client:
    """The plan of both clients, which send by `transport`, a module of the runtime.

    `streams`: an answer can be taken as it comes in.
    """
    by_wire_name = {f.wire_name: f for one in operations for f in one.fields if f.held}
    held = tuple(by_wire_name.values())
    schemes = tuple(
        _scheme(api, one, namer.credentials.get(one.name, "")) for one in api.security
    )
    asked = tuple(one for one in schemes if one.annotation)
    first = api.servers[0].default_url if api.servers else None
    server = first.rstrip("/") if first and _is_whole(first) else None
    module, class_name = f"._support.{transport}", f"{transport.title()}Transport"
    transports = Import(module, class_name), Import(module, f"Async{class_name}")
    base = "._support.streaming_client" if streams else "._support.client"
    bases = Import(base, "BaseAsyncClient"), Import(base, "BaseClient")
    imports, types = divided(
        {
            *(*_imports(schemes), *_RUNTIME, *bases, *transports),
            *([_CACHED] if resources else []),
            *([_WARN] if any(one.former for one in resources) else []),
        },
        {*_of_resources(resources), *_of_held(held, operations)},
    )
    return plan.Client(
        title=api.title,
        server=server,
        transports=transports,
        own_servers=any(one.server is not None for one in operations),
        schemes=schemes,
        imports=imports,
        type_imports=types,
        held=held,
        docs=docs.of_client(api, asked, held, transport, close="close"),
        async_docs=docs.of_client(api, asked, held, transport, close="aclose"),
    )


def _of_resources(resources: tuple[plan.Resource, ...]) -> Iterator[Import]:
    for one in resources:
        for prefix in ("Async", ""):
            yield Import(f".resources.{one.module}", f"{prefix}{one.class_name}")


def _of_held(
    held: tuple[plan.Field, ...], operations: list[plan.Operation]
) -> Iterator[Import]:
    """What the types of the values are that the client holds."""
    said = " ".join(one.annotation for one in held)
    for operation in operations if held else ():
        for one in named_in(said, (*operation.imports, *operation.type_imports)):
            yield replace(one, module=one.module.replace("..", ".", 1))


def _is_whole(url: str) -> bool:
    return url.lower().startswith(("http://", "https://")) and "{" not in url


_CREDENTIALS = {"basic": "BasicAuth", "bearer": "BearerAuth"}


def _scheme(api: Api, scheme: SecurityScheme, argument: str) -> plan.Scheme:
    """A scheme, and the credentials it takes."""
    match scheme.kind:
        case "apiKey":
            credentials = "ApiKey"
            where = f"{literal(scheme.detail)}, {literal(scheme.parameter)}"
            source = f"ApiKeyScheme({where}, argument={literal(argument)})"
        case "http":
            credentials = _CREDENTIALS.get(scheme.detail, "RawAuth")
            source = (
                f"HttpScheme({literal(scheme.detail)}, argument={literal(argument)})"
            )
        case "openIdConnect":
            credentials = "BearerAuth"
            source = f"OpenIdScheme(argument={literal(argument)})"
        case "mutualTLS":
            credentials, source = "", "MutualTlsScheme()"
        case _:
            credentials = "BearerAuth"
            source = _oauth(scheme, argument)
    # Instead of what nobody here knows to make, there can be a signer.
    needed = (
        credentials != "RawAuth"
        and len([one for one in api.security if one.kind != "mutualTLS"]) == 1
        and all(
            operation.security and all(scheme.name in way for way in operation.security)
            for operation in api.operations
        )
    )
    return plan.Scheme(
        name=scheme.name,
        argument=argument,
        annotation=credentials,
        source=source,
        required=needed,
        docs=scheme.description or "Who is calling.",
    )


def _oauth(scheme: SecurityScheme, argument: str) -> str:
    said = {"argument": argument, "token_url": scheme.token_url}
    if scheme.refresh_url != scheme.token_url:
        said["refresh_url"] = scheme.refresh_url
    parts = [f"{name}={literal(value)}" for name, value in said.items() if value]
    if scheme.scopes:
        parts.append(f"scopes={literal([*scheme.scopes])}")
    return f"OAuth2Scheme({', '.join(parts)})"


def _imports(schemes: tuple[plan.Scheme, ...]) -> set[Import]:
    found = {one.annotation for one in schemes if one.annotation}
    found |= {one.source.partition("(")[0] for one in schemes}
    found |= {"Scheme"} if schemes else set()
    return {
        Import(f"._support.{'auth' if name in _AUTH else 'tokens'}", name)
        for name in found
    }


def plan_servers(api: Api, namer: Namer) -> tuple[plan.Server, ...]:
    """A function for each server, where there is something to choose."""
    planned = {
        name: _server(name, server)
        for server in api.servers
        if (name := namer.server(server))
    }
    return tuple(planned.values())


def _server(name: str, server: Server) -> plan.Server:
    spelled = names.resolve(
        {one.name: names.field_candidates(one.name) for one in server.variables}
    ).names
    fields = tuple(
        plan.Field(
            name=spelled[one.name],
            wire_name=one.name,
            annotation=(
                f"Literal[{', '.join(map(literal, dict.fromkeys(one.enum)))}]"
                if one.enum
                else "str"
            ),
            default=None if one.default is None else literal(one.default),
            docs=one.description or "",
        )
        for one in server.variables
    )
    told = server.description or server.name or server.url
    entries = docs.of_method(told, fields)
    chosen = any(one.enum for one in server.variables)
    return plan.Server(
        function=name,
        docs=entries,
        imports=(Import("typing", "Literal"),) if chosen else (),
        fields=fields,
        parts=_parts(server.url, spelled),
    )


def _parts(url: str, spelled: dict[str, str]) -> tuple[plan.PathPart, ...]:
    parts: list[plan.PathPart] = []
    rest = url
    while rest:
        at = min(
            (rest.find(f"{{{name}}}") for name in spelled if f"{{{name}}}" in rest),
            default=-1,
        )
        if at < 0:
            parts.append(plan.PathPart(text=rest, source=""))
            break
        if at:
            parts.append(plan.PathPart(text=rest[:at], source=""))
        name = rest[at + 1 :].partition("}")[0]
        parts.append(plan.PathPart(text=None, source=spelled[name]))
        rest = rest[at + len(name) + 2 :]
    return tuple(parts)
