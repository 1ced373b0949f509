"""What an operation takes, and values for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, cast

from .counter import Operation
from .dialect import Dialect, Schema
from .library import Library, Node, mapping, sequence
from .values import PLAIN, RICH, Maker, Unmakeable

__all__ = ["Body", "Call", "Given", "Parameter", "give", "kind_of", "plan"]

_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_COLLECTIONS = {
    "csv": (None, False),
    "ssv": ("spaceDelimited", False),
    "tsv": ("tabDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}
_FORM, _PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
# The standard leaves these to the body, HTTP to the transport.
_NO_PARAMETERS = (
    "accept connection content-length content-type host transfer-encoding".split()
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; with a media type its value is one text of that type."""

    name: str
    location: str
    required: bool
    schema: Schema
    style: str
    explode: bool
    reserved: bool = False
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The body in one of its media types."""

    media_type: str
    schema: Schema
    required: bool
    encoding: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """An operation, and what it takes."""

    operation: Operation
    parameters: tuple[Parameter, ...]
    body: Body | None


@dataclass(slots=True)
class Given:
    """Values for a call: by place and wire name, and the body's."""

    parameters: dict[tuple[str, str], Any] = field(
        default_factory=dict[tuple[str, str], Any]
    )
    body: Any = None
    has_body: bool = False


def plan(library: Library, dialect: Dialect, operation: Operation) -> Call:
    """What `operation` takes, in words that are the same for every version.

    Raises:
        Unresolved: a reference leads nowhere.
    """
    found: dict[tuple[str, str], Node] = {}
    for owner in (operation.item, operation.node):
        for one in owner.child("parameters").elements():
            one = library.resolved(one)
            fields = mapping(one.value)
            found[str(fields.get("in")), str(fields.get("name"))] = one
    ignored = [*_NO_PARAMETERS]
    if operation.node.value.get(
        "security", mapping(library.root.value).get("security")
    ):
        ignored.append("authorization")  # and this one to security, where there is any
    undeclared = [
        Parameter(name, "path", True, {"type": "string"}, "simple", explode=False)
        for name in re.findall(r"\{([^{}]*)\}", operation.path)
        if ("path", name) not in found
    ]
    parameters = (
        *undeclared,
        *(
            _parameter(dialect, location, name, node)
            for (location, name), node in found.items()
            if location in (*_STYLES, "querystring")
            and not (location == "header" and name.lower() in ignored)
        ),
    )
    old = [node for (location, _), node in found.items() if location == "body"]
    form = {name: node for (place, name), node in found.items() if place == "formData"}
    if old or form:
        old_body = _old_body(library, dialect, operation, old, form)
        return Call(operation, parameters, old_body)
    return Call(operation, parameters, _body(library, dialect, operation))


def give(call: Call, maker: Maker, chance: Any) -> Given:
    """Values for what is required, and by chance for what is not.

    Raises:
        Unmakeable: something required has no value.
    """
    given = Given()
    for one in call.parameters:
        if one.required or chance() < 0.5:
            given.parameters[one.location, one.name] = _value(one, maker)
    if call.body and (call.body.required or chance() < 0.8):
        given.has_body = True
        given.body = _body_value(call.body, maker)
    return given


def kind_of(media_type: str) -> str:
    """json, form, multipart, text or bytes: how a body of this type is written."""
    main = media_type.partition(";")[0].strip().lower()
    if main == "application/json" or main.endswith(("+json", "/json")):
        return "json"
    if main == "application/x-www-form-urlencoded":
        return "form"
    if main.startswith("multipart/"):
        return "multipart"
    return "text" if main.startswith("text/") else "bytes"


def _value(one: Parameter, maker: Maker) -> Any:
    for _ in range(8):
        value = maker.make(one.schema, _alphabet(one))
        # Nothing, and a step, name no place below a path.
        if one.location != "path" or value not in ("", ".", "..", [], {}):
            return value
    raise Unmakeable


def _alphabet(one: Parameter) -> str:
    """What a text there is made of, so that there is one way to read it back."""
    types = mapping(one.schema).get("type")
    scalar = types in ("string", "integer", "number", "boolean")
    if one.location in ("path", "query") and scalar and not one.reserved:
        return RICH
    return PLAIN


def _body_value(body: Body, maker: Maker) -> Any:
    kind = kind_of(body.media_type)
    if kind == "bytes":
        return b"\x00\x01\xff body"
    if kind == "text" and mapping(body.schema).get("type") != "string":
        return "some text"
    value = maker.make(body.schema, RICH if kind == "json" else PLAIN)
    if kind == "multipart" and isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        for name in maker.binary(body.schema) & fields.keys():
            fields[name] = _as_bytes(fields[name])
    return value


def _as_bytes(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_bytes(one) for one in value]
    return str(value).encode()


def _parameter(dialect: Dialect, location: str, name: str, node: Node) -> Parameter:
    fields = mapping(node.value)
    content = mapping(fields.get("content"))
    media_type = next(iter(content), None)
    style, explode = fields.get("style"), fields.get("explode")
    where = node.child("schema")
    if media_type is not None:
        where = node.child("content", media_type, "schema")
    elif "schema" not in fields:  # 2.0 has no inner schema
        where = Node({k: v for k, v in fields.items() if k != "required"}, node.file)
        told = _COLLECTIONS.get(str(fields.get("collectionFormat", "csv")))
        style, explode = told or (None, False)
    style = str(style or _STYLES.get(location, "form"))
    schema = dialect.schema(where) if isinstance(where.value, dict | bool) else True
    return Parameter(
        name=name,
        location=location,
        required=fields.get("required") is True or location == "path",
        schema=schema,
        style=style,
        explode=explode if isinstance(explode, bool) else style in ("form", "cookie"),
        reserved=fields.get("allowReserved") is True,
        media_type=media_type,
    )


def _body(library: Library, dialect: Dialect, operation: Operation) -> Body | None:
    node = library.resolved(operation.node.child("requestBody"))
    content = node.child("content")
    kinds = [name for name, one in content.fields() if isinstance(one.value, dict)]
    if not kinds:
        return None
    order = ["json", "form", "multipart", "text", "bytes"]
    chosen = min(kinds, key=lambda name: order.index(kind_of(name)))
    media = library.resolved(content.child(chosen))
    schema = media.child("schema")
    known = isinstance(schema.value, dict | bool)
    return Body(
        media_type=chosen,
        schema=dialect.schema(schema) if known else True,
        required=mapping(node.value).get("required") is True,
        encoding=mapping(media.child("encoding").value),
    )


def _old_body(
    library: Library,
    dialect: Dialect,
    operation: Operation,
    bodies: list[Node],
    form: dict[str, Node],
) -> Body:
    consumes = sequence(operation.node.child("consumes").value) or sequence(
        library.root.child("consumes").value
    )
    if bodies:
        order = ["json", "text", "bytes", "form", "multipart"]
        kinds = [str(one) for one in consumes] or ["application/json"]
        return Body(
            media_type=min(kinds, key=lambda name: order.index(kind_of(name))),
            schema=dialect.schema(bodies[0].child("schema")),
            required=mapping(bodies[0].value).get("required") is True,
            encoding={},
        )
    properties = {name: mapping(node.value) for name, node in form.items()}
    required = [name for name, one in properties.items() if one.get("required") is True]
    files = any(one.get("type") == "file" for one in properties.values())
    encoding: dict[str, Any] = {}
    for name, one in properties.items():
        style, explode = _COLLECTIONS.get(
            str(one.get("collectionFormat", "csv")), (None, False)
        )
        if one.get("type") == "array":
            encoding[name] = {"style": style or "form", "explode": explode}
    whole = {"type": "object", "properties": properties, "required": required}
    closed = whole | {"additionalProperties": False}
    multipart = files or _PARTS in consumes
    several = (
        "multipart/form-data" if multipart else "application/x-www-form-urlencoded"
    )
    return Body(
        media_type=several,
        schema=dialect.schema(Node(closed, operation.node.file)),
        required=bool(required),
        encoding=encoding,
    )
