"""The objects of OpenAPI 3.1, in one table: which field holds which kind of object.

What stands in no field of the table is a plain value: nothing looks for references in
it. So an example that contains `$ref` stays an example, and a property that is named
`$ref` stays a property.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from fragmint.reading.pointers import JSON, Pointer

Container: TypeAlias = Literal["one", "list", "map", "none"]


class Field(NamedTuple):
    """What a field holds: an object of a kind, a list or map of them, or a value."""

    kind: str
    container: Container


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of object.

    Args:
        title: What messages call it.
        fields: Its fixed fields.
        rest: What stands under every other name, where the standard allows one.
        referable: Whether a Reference Object (OAS 3.1.1 §4.8.23) can stand for it.
    """

    title: str
    fields: Mapping[str, Field]
    rest: Field | None = None
    referable: bool = False


VALUE = Field("", "none")


def _one(kind: str) -> Field:
    return Field(kind, "one")


def _list(kind: str) -> Field:
    return Field(kind, "list")


def _map(kind: str) -> Field:
    return Field(kind, "map")


def _values(names: str) -> dict[str, Field]:
    return dict.fromkeys(names.split(), VALUE)


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_SCHEMA_FIELDS: dict[str, Field] = {
    # JSON Schema 2020-12, Core §8 and §10.
    **_values("$id $schema $ref $anchor $dynamicRef $dynamicAnchor"),
    **_values("$vocabulary $comment"),
    **dict.fromkeys(("$defs", "definitions"), _map("schema")),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _list("schema")),
    **dict.fromkeys(("not", "if", "then", "else"), _one("schema")),
    **dict.fromkeys(
        ("properties", "patternProperties", "dependentSchemas"), _map("schema")
    ),
    **dict.fromkeys(
        ("items", "contains", "additionalProperties", "propertyNames"), _one("schema")
    ),
    # Core §11 and Validation §6 to §9.
    **dict.fromkeys(
        ("unevaluatedItems", "unevaluatedProperties", "contentSchema"), _one("schema")
    ),
    **_values("type enum const multipleOf maximum exclusiveMaximum minimum"),
    **_values("exclusiveMinimum maxLength minLength pattern maxItems minItems"),
    **_values("uniqueItems maxContains minContains maxProperties minProperties"),
    **_values("required dependentRequired format contentEncoding contentMediaType"),
    **_values("title description default deprecated readOnly writeOnly examples"),
    # OAS 3.1.1 §4.8.24.
    "discriminator": _one("discriminator"),
    "xml": _one("xml"),
    "externalDocs": _one("external-docs"),
    "example": VALUE,
}

_PARAMETER_FIELDS: dict[str, Field] = {
    **_values("description required deprecated style explode example"),
    "schema": _one("schema"),
    "examples": _map("example"),
    "content": _map("media-type"),
}

KINDS: Mapping[str, Kind] = {
    "openapi": Kind(
        "description",
        {
            **_values("openapi jsonSchemaDialect"),
            "info": _one("info"),
            "servers": _list("server"),
            "paths": _one("paths"),
            "webhooks": _map("path-item"),
            "components": _one("components"),
            "security": _list("security-requirement"),
            "tags": _list("tag"),
            "externalDocs": _one("external-docs"),
        },
    ),
    "info": Kind(
        "info",
        {
            **_values("title summary description termsOfService version"),
            "contact": _one("contact"),
            "license": _one("license"),
        },
    ),
    "contact": Kind("contact", _values("name url email")),
    "license": Kind("license", _values("name identifier url")),
    "server": Kind(
        "server",
        {**_values("url description"), "variables": _map("server-variable")},
    ),
    "server-variable": Kind("server variable", _values("enum default description")),
    "components": Kind(
        "components",
        {
            "schemas": _map("schema"),
            "responses": _map("response"),
            "parameters": _map("parameter"),
            "examples": _map("example"),
            "requestBodies": _map("request-body"),
            "headers": _map("header"),
            "securitySchemes": _map("security-scheme"),
            "links": _map("link"),
            "callbacks": _map("callback"),
            "pathItems": _map("path-item"),
        },
    ),
    "paths": Kind("paths", {}, rest=_one("path-item")),
    "path-item": Kind(
        "path",
        {
            **_values("$ref summary description"),
            **dict.fromkeys(METHODS, _one("operation")),
            "servers": _list("server"),
            "parameters": _list("parameter"),
        },
        referable=True,
    ),
    "operation": Kind(
        "operation",
        {
            **_values("tags summary description operationId deprecated"),
            "externalDocs": _one("external-docs"),
            "parameters": _list("parameter"),
            "requestBody": _one("request-body"),
            "responses": _one("responses"),
            "callbacks": _map("callback"),
            "security": _list("security-requirement"),
            "servers": _list("server"),
        },
    ),
    "external-docs": Kind("external documentation", _values("description url")),
    "parameter": Kind(
        "parameter",
        {**_values("name in allowEmptyValue allowReserved"), **_PARAMETER_FIELDS},
        referable=True,
    ),
    "header": Kind("header", _PARAMETER_FIELDS, referable=True),
    "request-body": Kind(
        "request body",
        {**_values("description required"), "content": _map("media-type")},
        referable=True,
    ),
    "media-type": Kind(
        "media type",
        {
            "schema": _one("schema"),
            "example": VALUE,
            "examples": _map("example"),
            "encoding": _map("encoding"),
        },
    ),
    "encoding": Kind(
        "encoding",
        {
            **_values("contentType style explode allowReserved"),
            "headers": _map("header"),
        },
    ),
    "responses": Kind("list of responses", {}, rest=_one("response")),
    "response": Kind(
        "response",
        {
            "description": VALUE,
            "headers": _map("header"),
            "content": _map("media-type"),
            "links": _map("link"),
        },
        referable=True,
    ),
    "callback": Kind("callback", {}, rest=_one("path-item"), referable=True),
    "example": Kind(
        "example",
        _values("summary description value externalValue"),
        referable=True,
    ),
    "link": Kind(
        "link",
        {
            **_values("operationRef operationId parameters requestBody description"),
            "server": _one("server"),
        },
        referable=True,
    ),
    "tag": Kind(
        "tag",
        {**_values("name description"), "externalDocs": _one("external-docs")},
    ),
    "schema": Kind("schema", _SCHEMA_FIELDS),
    "discriminator": Kind("discriminator", _values("propertyName mapping")),
    "xml": Kind("xml", _values("name namespace prefix attribute wrapped")),
    "security-scheme": Kind(
        "security scheme",
        {
            **_values("type description name in scheme bearerFormat openIdConnectUrl"),
            "flows": _one("oauth-flows"),
        },
        referable=True,
    ),
    "oauth-flows": Kind(
        "set of OAuth flows",
        dict.fromkeys(
            ("implicit", "password", "clientCredentials", "authorizationCode"),
            _one("oauth-flow"),
        ),
    ),
    "oauth-flow": Kind(
        "OAuth flow", _values("authorizationUrl tokenUrl refreshUrl scopes")
    ),
    "security-requirement": Kind("security requirement", {}, rest=VALUE),
}

# `scopes` and `mapping` are maps of values, and so need no kind of their own.

IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas")
"""The keywords whose schemas judge the same value as the schema they stand in."""


def field_of(kind: str, name: str) -> Field | None:
    """What a kind of object holds under a name; None where it has no such field.

    Args:
        kind: A key of `KINDS`.
        name: A key of the object. A specification extension (OAS 3.1.1 §4.9) and a
            fixed field win over what stands under any name; a path is no extension.
    """
    about = KINDS[kind]
    if known := about.fields.get(name):
        return known
    return VALUE if name.startswith("x-") else about.rest


def members(field: Field, value: JSON) -> Iterator[tuple[Pointer, JSON]]:
    """The objects in a field's value, each with its pointer from there.

    Args:
        field: What the grammar says about the field.
        value: What it holds; of the wrong type, it has no members.
    """
    if field.container == "one":
        yield (), value
    elif field.container == "list" and isinstance(value, list):
        for index, item in enumerate(value):
            yield (index,), item
    elif field.container == "map" and isinstance(value, dict):
        for key, item in value.items():
            yield (key,), item


def visit(
    value: JSON, kind: str, pointer: Pointer = ()
) -> Iterator[tuple[Pointer, str, JSON]]:
    """Every object below a value, itself first: its pointer, its kind and itself.

    Args:
        value: An object of that kind, or what stands in its place.
        kind: A key of `KINDS`.
        pointer: Where the value stands.
    """
    pending: list[tuple[Pointer, str, JSON]] = [(pointer, kind, value)]
    while pending:
        here, kind, value = pending.pop()
        yield here, kind, value
        if not isinstance(value, dict):
            continue
        inner: list[tuple[Pointer, str, JSON]] = []
        for name, member in value.items():
            field = field_of(kind, name)
            if field is not None:
                inner.extend(
                    ((*here, name, *rest), field.kind, item)
                    for rest, item in members(field, member)
                )
        pending.extend(reversed(inner))


def kind_at(pointer: Pointer) -> str | None:
    """The kind of the object that a pointer into a description leads to.

    Args:
        pointer: From the root of a description without references.

    Returns:
        A key of `KINDS`; None for a plain value, a list or a map.
    """
    field: Field | None = _one("openapi")
    for token in pointer:
        if field is None or field.container == "none":
            return None
        if field.container != "one":
            field = _one(field.kind)
        else:
            field = field_of(field.kind, str(token))
    return field.kind if field is not None and field.container == "one" else None
