"""Description -> Api. What `reading` promises of the document is relied on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..diagnostics import Problem
from ..reading import Description, Pointer
from .api import (
    Api,
    Body,
    Encoding,
    Header,
    Link,
    MediaType,
    Operation,
    Parameter,
    Payload,
    Response,
    Security,
    SecurityScheme,
    Server,
    Variable,
    is_stream,
)
from .pagination import PAGINATION, Declared, paginated
from .rules import Schema
from .schemas import Reader
from .secrets import Secrets
from .shaping import Shaper

__all__ = ["build"]

CLIENT = "x-fragmint-client"
STREAM = "x-fragmint-stream"
METHODS = "get put post delete options head patch trace query".split()
_REFRESHING = (
    "authorizationCode",
    "deviceAuthorization",
    "password",
    "implicit",
    "clientCredentials",
)
"""The flows in which a refresh token may be given, the likeliest first."""
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


def build(
    description: Description, pagination: Iterable[Declared] = ()
) -> tuple[Api, list[Problem]]:
    """What `description` means, and what in it is strange or wrong.

    Args:
        description: What was read.
        pagination: What the configuration declares of its operations.
    """
    builder = _Builder(description)
    api = paginated(builder.api(), builder.reader, builder.document, pagination)
    return api, builder.reader.problems


def _operations(item: Mapping[str, Any]) -> Iterator[tuple[str, Pointer, Any]]:
    """The method, the place and the value of each operation of a path item."""
    for method in METHODS:
        if method in item:
            yield method.upper(), (method,), item[method]
    for method, operation in item.get("additionalOperations", {}).items():
        yield method, ("additionalOperations", method), operation


class _Builder:
    def __init__(self, description: Description) -> None:
        self.document: dict[str, Any] = description.value
        self.reader = Reader(description)
        keys = {("header", "Authorization"), *description.keys}
        self.keys = {_spot(place, name) for place, name in keys}

    def api(self) -> Api:
        document = self.document
        info = document["info"]
        components = document.get("components", {})
        schemas = {
            name: self.reader.read(("components", "schemas", name), value, name=name)
            for name, value in components.get("schemas", {}).items()
        }
        operations = [
            self._operation(("paths", path, *step), path, method, operation, item)
            for path, item in document.get("paths", {}).items()
            for method, step, operation in _operations(item)
        ]
        payloads = list(self._payloads(operations))
        if not operations and not payloads:
            message = "there is no operation: the client can do nothing"
            self.reader.problems.append(
                Problem("no-operations", message, None, severity="warning")
            )
        return Api(
            title=info["title"],
            description=info.get("description"),
            servers=self._servers(document),
            security=tuple(
                _scheme(name, value, self._scopes(name))
                for name, value in components.get("securitySchemes", {}).items()
            ),
            tags=tuple(
                (tag["name"], tag.get("description") or tag.get("summary"))
                for tag in document.get("tags", ())
            ),
            operations=tuple(operations),
            payloads=tuple(payloads),
            schemas=schemas,
            shapes=Shaper(schemas),
            secrets=Secrets(schemas),
        )

    def _scopes(self, scheme: str) -> set[str]:
        """The scopes of a security scheme that some operation asks for."""
        usual = self.document.get("security", ())
        return {
            scope
            for item in self.document.get("paths", {}).values()
            for _, _, operation in _operations(item)
            for requirement in operation.get("security", usual)
            for scope in requirement.get(scheme, ())
        }

    def _servers(self, owner: Mapping[str, Any]) -> tuple[Server, ...]:
        return tuple(
            Server(
                url=server["url"],
                name=server.get("name"),
                description=server.get("description"),
                variables=tuple(
                    Variable(
                        name=name,
                        default=value.get("default"),
                        enum=tuple(value.get("enum", ())),
                        description=value.get("description"),
                    )
                    for name, value in _variables(server).items()
                ),
            )
            for server in owner.get("servers", ())
        )

    def _operation(
        self, at: Pointer, path: str, method: str, value: Any, item: Any
    ) -> Operation:
        self.reader.extensions(at, value, PAGINATION)
        own = self._servers(value) or self._servers(item)
        security = value.get("security", self.document.get("security"))
        return Operation(
            pointer=at,
            id=value.get("operationId"),
            method=method,
            path=path,
            tag=next(iter(value.get("tags", ())), None),
            summary=value.get("summary") or item.get("summary"),
            description=value.get("description") or item.get("description"),
            deprecated=value.get("deprecated") is True,
            parameters=tuple(self._parameters(at, path, value, item)),
            body=self._body((*at, "requestBody"), value.get("requestBody")),
            responses=tuple(
                self._response((*at, "responses", status), status, response)
                for status, response in value.get("responses", {}).items()
                if not status.startswith("x-")
            ),
            server=own[0] if own else None,
            security=_security(security),
        )

    def _parameters(
        self, at: Pointer, path: str, value: Any, item: Any
    ) -> Iterator[Parameter]:
        """Those of the path, then the operation's; it overrides (OAS 3.1 §4.8.9)."""
        found: dict[tuple[str, str], Parameter] = {}
        for holder, where in ((item, at[:2]), (value, at)):
            for index, one in enumerate(holder.get("parameters", ())):
                parameter = self._parameter((*where, "parameters", index), one)
                found[parameter.location, parameter.name] = parameter
        for name in dict.fromkeys(re.findall(r"\{([^{}]*)\}", path)):
            if ("path", name) not in found:
                one = {"name": name, "in": "path", "required": True}
                schema = {"schema": {"type": "string"}}
                found["path", name] = self._parameter(at, one | schema)
        yield from found.values()

    def _parameter(self, at: Pointer, value: Mapping[str, Any]) -> Parameter:
        self.reader.extensions(at, value, CLIENT)
        if not isinstance(value.get(CLIENT, False), bool):
            hint = "write true, or leave it out"
            self.reader.problem("bad-extension", f"{CLIENT} is true or not", at, hint)
        location = value["in"]
        style = value.get("style", _STYLES.get(location, "form"))
        media_type = next(iter(value.get("content", {})), None)
        content: Mapping[str, Any] = {}
        if media_type is not None:
            content = value["content"][media_type]
            inner = (*at, "content", media_type, "schema")
            schema = content.get("schema", True)
        else:
            inner, schema = (*at, "schema"), value["schema"]
        return Parameter(
            pointer=at,
            name=value["name"],
            location=location,
            style=style,
            explode=value.get("explode", style in ("form", "cookie", "deepObject")),
            allow_reserved=value.get("allowReserved") is True,
            media_type=media_type,
            encodings=_encodings(content),
            required=value.get("required") is True,
            description=value.get("description"),
            deprecated=value.get("deprecated") is True,
            client=value.get(CLIENT) is True,
            secret=_spot(location, value["name"]) in self.keys,
            schema=self._schema(inner, schema),
        )

    def _body(self, at: Pointer, value: Any) -> Body | None:
        if value is None or not value.get("content"):
            return None
        return Body(
            pointer=at,
            description=value.get("description"),
            required=value.get("required") is True,
            content=self._content((*at, "content"), value["content"]),
        )

    def _content(self, at: Pointer, value: Mapping[str, Any]) -> tuple[MediaType, ...]:
        found: dict[str, MediaType] = {}
        for name in sorted(value):  # whichever comes first in the document
            made = self._media_type((*at, name), name, value[name])
            for before in found.values():
                # What is written twice is one thing.
                if _described(value[before.name]) == _described(value[name]):
                    made = replace(made, schema=before.schema)
                    break
            found[name] = made
        return tuple(found[name] for name in value)

    def _media_type(self, at: Pointer, name: str, value: Any) -> MediaType:
        sequential = "itemSchema" in value and (
            "schema" not in value or is_stream(name)  # it says more of a stream
        )
        keyword = "itemSchema" if sequential else "schema"
        schema = None
        if keyword in value:
            schema = self._schema((*at, keyword), value[keyword])
        return MediaType(
            pointer=at,
            name=name,
            schema=schema,
            sequential=sequential,
            encodings=_encodings(value),
            done=self._done(at, value),
        )

    def _done(self, at: Pointer, value: Mapping[str, Any]) -> str | None:
        self.reader.extensions(at, value, STREAM)
        said = value.get(STREAM, {})
        done = said.get("done") if isinstance(said, dict) else None
        if STREAM in value and (not isinstance(done, str) or len(said) > 1):
            hint = 'write it like {done: "[DONE]"}'
            self.reader.problem(
                "bad-extension",
                f"{STREAM} says what ends a stream",
                (*at, STREAM),
                hint,
            )
        return done if isinstance(done, str) else None

    def _response(self, at: Pointer, status: str, value: Any) -> Response:
        return Response(
            pointer=at,
            status=status,
            description=value.get("description", ""),
            headers=tuple(
                Header(name=name, description=one.get("description"))
                for name, one in value.get("headers", {}).items()
            ),
            content=self._content((*at, "content"), value.get("content", {})),
            links=tuple(
                Link(
                    name=name,
                    operation=one.get("operationId") or one.get("operationRef", ""),
                    description=one.get("description"),
                )
                for name, one in value.get("links", {}).items()
            ),
        )

    def _payloads(self, operations: list[Operation]) -> Iterator[Payload]:
        for name, item in self.document.get("webhooks", {}).items():
            yield from self._received(("webhooks", name), name, item, None)
        for owner in operations:
            value: Any = self.document
            for step in owner.pointer:
                value = value[step]
            for name, callback in value.get("callbacks", {}).items():
                for expression, item in callback.items():
                    if not expression.startswith("x-"):
                        at = (*owner.pointer, "callbacks", name, expression)
                        yield from self._received(at, name, item, owner)

    def _received(
        self, at: Pointer, name: str, item: Any, owner: Operation | None
    ) -> Iterator[Payload]:
        for method, step, operation in _operations(item):
            where = (*at, *step, "requestBody")
            body = self._body(where, operation.get("requestBody"))
            if body is None:
                continue
            # Whoever receives it gets bytes; of these, JSON can be read.
            as_json = [one for one in body.content if "json" in one.name.lower()]
            content = (as_json or body.content)[0]
            yield Payload(
                pointer=content.pointer,
                name=operation.get("operationId") or name,
                owner=owner,
                method=method,
                description=operation.get("description") or operation.get("summary"),
                content=content,
            )

    def _schema(self, at: Pointer, value: Any) -> Schema:
        return self.reader.read(at, value)


def _variables(server: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of each variable of a URL; nothing of one that is not described."""
    described: dict[str, Any] = server.get("variables", {})
    return described | {
        name: {} for name in _VARIABLE.findall(server["url"]) if name not in described
    }


def _spot(place: str, name: str) -> tuple[str, str]:
    """Where a parameter or a key goes; headers have their names in any case."""
    return place, name.lower() if place == "header" else name


def _described(content: Mapping[str, Any]) -> tuple[Any, Any]:
    return content.get("schema"), content.get("itemSchema")


def _encodings(content: Mapping[str, Any]) -> tuple[Encoding, ...]:
    """How the properties of content are sent, and its items under ""."""
    described = dict(content.get("encoding", {}))
    if "itemEncoding" in content:
        described[""] = content["itemEncoding"]
    return tuple(
        Encoding(
            name=field,
            content_type=one.get("contentType"),
            style=one.get("style"),
            explode=one.get("explode", one.get("style", "form") == "form"),
            allow_reserved=one.get("allowReserved") is True,
        )
        for field, one in described.items()
    )


def _security(value: Any) -> Security | None:
    return None if value is None else tuple(tuple(one) for one in value)


def _scheme(name: str, value: Mapping[str, Any], asked: set[str]) -> SecurityScheme:
    detail = {"http": "scheme", "apiKey": "in"}.get(value["type"])
    flows = value.get("flows", {})
    own = flows.get("clientCredentials", {})
    urls = [
        flows[flow].get("refreshUrl") or flows[flow].get("tokenUrl")
        for flow in _REFRESHING
        if flow in flows
    ]
    return SecurityScheme(
        name=name,
        kind=value["type"],
        detail=str(value.get(detail, "")).lower() if detail else "",
        parameter=value.get("name", ""),
        token_url=own.get("tokenUrl", ""),
        refresh_url=next(filter(None, urls), ""),
        scopes=tuple(one for one in own.get("scopes", {}) if one in asked),
        description=value.get("description"),
    )
