"""Description -> Api."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import Problem, Problems
from ..reading import Description, Pointer
from .api import Api, Body, Operation, Parameter, Response, SecurityScheme
from .rules import Schema
from .schemas import Reader

__all__ = ["build"]

CLIENT = "x-fragmint-client"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def build(description: Description) -> Api:
    """What `description` means.

    Raises:
        Problems: something in it is not understood.
    """
    builder = _Builder(description)
    api = builder.api()
    if builder.reader.problems:
        raise Problems(builder.reader.problems)
    return api


class _Builder:
    def __init__(self, description: Description) -> None:
        self.document: dict[str, Any] = description.value
        self.reader = Reader(description)

    def api(self) -> Api:
        info = self.document["info"]
        operations = tuple(
            self._operation(("paths", path, method), path, method, item[method], item)
            for path, item in self.document.get("paths", {}).items()
            for method in METHODS
            if method in item
        )
        if not operations:
            problem = Problem(
                "no-operations", "nothing to generate: no operation", None
            )
            self.reader.problems.append(problem)
        return Api(
            title=info["title"],
            description=info.get("description"),
            server=self._server(),
            security=self._security(),
            tags=tuple(
                (tag["name"], tag.get("description"))
                for tag in self.document.get("tags", ())
            ),
            operations=operations,
            schemas=self.reader.components(),
        )

    def _server(self) -> str:
        servers = self.document.get("servers") or [{"url": ""}]
        url: str = servers[0]["url"]
        if len(servers) > 1:
            self._unsupported("more than one server", ("servers", 1))
        elif "servers" not in self.document:
            hint = "add them: servers: [{url: https://api.example.com}]"
            self.reader.problem("unsupported", "there are no servers", ("info",), hint)
        elif not re.fullmatch(r"https?://[^\s{}?#@/]+(/[^\s{}?#]*)?", url):
            at = ("servers", 0, "url")
            self._unsupported("a server without a full, fixed URL", at)
        return url

    def _security(self) -> SecurityScheme | None:
        """The one way in that all operations share."""
        asked: dict[str, Pointer] = {}
        items = self.document.get("paths", {})
        for path, item in items.items():
            for method in METHODS:
                operation = item.get(method, {})
                if "security" in operation:
                    at: Pointer = ("paths", path, method, "security")
                    self._unsupported("security of one operation alone", at)
        for index, requirement in enumerate(self.document.get("security", ())):
            asked |= dict.fromkeys(requirement, ("security", index))
        if not asked:
            return None
        name, *others = asked
        if others:
            self._unsupported("more than one security scheme", asked[others[0]])
        at = ("components", "securitySchemes", name)
        scheme: Any = self.reader.value(at)
        if scheme["type"] != "http" or scheme["scheme"].lower() != "basic":
            self._unsupported("a security scheme other than HTTP basic", at)
        return SecurityScheme(name=name, kind="basic")

    def _operation(
        self, at: Pointer, path: str, method: str, value: Any, item: Any
    ) -> Operation:
        own = [
            (*at, "parameters", i) for i, _ in enumerate(value.get("parameters", ()))
        ]
        shared = [
            (*at[:-1], "parameters", i)
            for i, _ in enumerate(item.get("parameters", ()))
        ]
        parameters = {p.location + p.name: p for p in map(self._parameter, shared)}
        parameters |= {p.location + p.name: p for p in map(self._parameter, own)}
        if "callbacks" in value:
            self._unsupported("an operation with callbacks", (*at, "callbacks"))
        for pointer, owner in (at, value), (at[:-1], item):
            if "servers" in owner:
                self._unsupported("a server of its own", (*pointer, "servers"))
        declared = {p.name for p in parameters.values() if p.location == "path"}
        if set(re.findall(r"\{([^{}]*)\}", path)) - declared:
            self._unsupported("a placeholder that no parameter declares", at)
        if "operationId" not in value:
            self._unsupported("an operation without an operationId", at)
        return Operation(
            pointer=at,
            id=value.get("operationId", ""),
            method=method.upper(),
            path=path,
            tag=next(iter(value.get("tags", ())), "default"),
            summary=value.get("summary"),
            description=value.get("description"),
            deprecated=value.get("deprecated") is True,
            parameters=tuple(parameters.values()),
            body=self._body((*at, "requestBody")) if "requestBody" in value else None,
            responses=tuple(
                self._response((*at, "responses", status), status)
                for status in value.get("responses", {})
            ),
        )

    def _parameter(self, at: Pointer) -> Parameter:
        value: Any = self.reader.value(at)
        self.reader.extensions(at, value, CLIENT)
        if value["in"] != "path":
            self._unsupported(f"a parameter in {value['in']!r}", (*at, "in"))
        if value.get("style", "simple") != "simple":
            self._unsupported(f"the style {value['style']!r}", (*at, "style"))
        if "schema" not in value:
            self._unsupported("a parameter without a schema", at)
        if not isinstance(value.get(CLIENT, False), bool):
            hint = "write true, or leave it out"
            self.reader.problem("bad-extension", f"{CLIENT} is true or not", at, hint)
        return Parameter(
            pointer=at,
            name=value["name"],
            location=value["in"],
            required=value.get("required") is True,
            description=value.get("description"),
            client=value.get(CLIENT) is True,
            schema=self._schema((*at, "schema"), value.get("schema", {})),
        )

    def _body(self, at: Pointer) -> Body:
        value: Any = self.reader.value(at)
        media_type = self._media_type(
            (*at, "content"), "application/x-www-form-urlencoded"
        )
        content: Any = value["content"].get(media_type, {})
        where = (*at, "content", media_type)
        schema = (*where, "schema")
        for name, encoding in content.get("encoding", {}).items():
            for field, setting in encoding.items():
                if (field, setting) not in (("style", "form"), ("explode", True)):
                    what = f"{field} of an encoding, as {setting!r},"
                    self._unsupported(what, (*where, "encoding", name, field))
        return Body(
            pointer=at,
            media_type=media_type,
            required=value.get("required") is True,
            schema=self._schema(schema, content.get("schema", {})),
        )

    def _response(self, at: Pointer, status: str) -> Response:
        value: Any = self.reader.value(at)
        schema = None
        if value.get("content"):
            media_type = self._media_type((*at, "content"), "application/json")
            content: Any = value["content"].get(media_type, {})
            where = (*at, "content", media_type, "schema")
            schema = self._schema(where, content.get("schema", {}))
        return Response(
            pointer=at, status=status, description=value["description"], schema=schema
        )

    def _media_type(self, at: Pointer, known: str) -> str:
        content: Any = self.reader.value(at)
        for media_type in content:
            if media_type != known:
                self._unsupported(
                    f"the media type {media_type!r} here", (*at, media_type)
                )
        return known

    def _schema(self, at: Pointer, value: Any) -> Schema:
        return self.reader.read(at, value)

    def _unsupported(self, what: str, at: Pointer) -> None:
        self.reader.problem("unsupported", f"{what} is not understood yet", at)
