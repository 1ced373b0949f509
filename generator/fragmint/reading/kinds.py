"""The objects of OpenAPI, in one table: which field holds what.

The fields are those of OpenAPI 3.2, which has all those of 3.0 and 3.1; what Swagger
2.0 and older schemas say in another way stands beside them as `old`.
"""

from fragmint.reading.fields import Field, Kind, many, named, one, plain

METHODS = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)

_SCHEMA_FIELDS: dict[str, Field] = {
    # JSON Schema 2020-12, Core §8 and §10.
    **plain("text", "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $comment"),
    **plain("any", "$vocabulary const default example"),
    **named("schema", "$defs", "definitions", "properties", "patternProperties"),
    **named("schema", "dependentSchemas"),
    **many("schema", "allOf", "anyOf", "oneOf", "prefixItems"),
    **one("schema", "not", "if", "then", "else", "items", "contains"),
    **one("schema", "additionalProperties", "propertyNames"),
    # Core §11 and Validation §6 to §9.
    **one("schema", "unevaluatedItems", "unevaluatedProperties", "contentSchema"),
    **plain("type", "type"),
    **plain("enum", "enum"),
    **plain("factor", "multipleOf"),
    **plain("number", "maximum exclusiveMaximum minimum exclusiveMinimum"),
    **plain("count", "maxLength minLength maxItems minItems maxContains minContains"),
    **plain("count", "maxProperties minProperties"),
    **plain("flag", "uniqueItems deprecated readOnly writeOnly"),
    **plain("names", "required"),
    **plain("names-by-name", "dependentRequired"),
    **plain("text", "pattern format contentEncoding contentMediaType"),
    **plain("text", "title description"),
    **plain("list", "examples"),
    # OAS 3.2.0 §4.24.
    **one("discriminator", "discriminator"),
    **one("xml", "xml"),
    **one("external-docs", "externalDocs"),
}

_OLD_SCHEMA_FIELDS: dict[str, Field] = {
    **plain("any", "nullable collectionFormat"),
    **one("schema", "additionalItems"),
    **named("schema", "dependencies"),
}

# Swagger 2.0 has no schemas but those of bodies: the keywords stand in the parameter.
_OLD_PARAMETER_FIELDS: dict[str, Field] = {
    **plain("type", "type"),
    **plain("text", "format pattern collectionFormat"),
    **plain("any", "default"),
    **plain("enum", "enum"),
    **plain("factor", "multipleOf"),
    **plain("number", "maximum minimum"),
    **plain("any", "exclusiveMaximum exclusiveMinimum"),
    **plain("count", "maxLength minLength maxItems minItems"),
    **plain("flag", "uniqueItems"),
    **plain("any", "nullable"),
    **one("schema", "items"),
}

_PARAMETER_FIELDS: dict[str, Field] = {
    **plain("text", "description style"),
    **plain("flag", "required deprecated explode allowReserved"),
    **plain("any", "example"),
    **one("schema", "schema"),
    **named("example", "examples"),
    **named("media-type", "content"),
}

_ENCODINGS: dict[str, Field] = {
    **named("encoding", "encoding"),
    **many("encoding", "prefixEncoding"),
    **one("encoding", "itemEncoding"),
}

KINDS: dict[str, Kind] = {
    "openapi": Kind(
        "description",
        {
            **plain("any", "openapi"),
            **plain("text", "$self jsonSchemaDialect"),
            **one("info", "info"),
            **many("server", "servers"),
            **one("paths", "paths"),
            **named("path-item", "webhooks"),
            **one("components", "components"),
            **many("security-requirement", "security"),
            **many("tag", "tags"),
            **one("external-docs", "externalDocs"),
        },
        old={
            **plain("any", "swagger"),
            **plain("text", "host basePath"),
            **plain("texts", "schemes consumes produces"),
            **named("schema", "definitions"),
            **named("parameter", "parameters"),
            **named("response", "responses"),
            **named("security-scheme", "securityDefinitions"),
        },
    ),
    "info": Kind(
        "info",
        {
            **plain("text", "title summary description termsOfService version"),
            **one("contact", "contact"),
            **one("license", "license"),
        },
    ),
    "contact": Kind("contact", plain("text", "name url email")),
    "license": Kind("license", plain("text", "name identifier url")),
    "server": Kind(
        "server",
        {
            **plain("text", "url description name"),
            **named("server-variable", "variables"),
        },
    ),
    "server-variable": Kind(
        "server variable",
        {**plain("texts", "enum"), **plain("text", "default description")},
    ),
    "components": Kind(
        "components",
        {
            **named("schema", "schemas"),
            **named("response", "responses"),
            **named("parameter", "parameters"),
            **named("example", "examples"),
            **named("request-body", "requestBodies"),
            **named("header", "headers"),
            **named("security-scheme", "securitySchemes"),
            **named("link", "links"),
            **named("callback", "callbacks"),
            **named("path-item", "pathItems"),
            **named("media-type", "mediaTypes"),
        },
    ),
    "paths": Kind("paths", {}, rest=Field("path-item", "one")),
    "path-item": Kind(
        "path",
        {
            **plain("text", "$ref summary description"),
            **one("operation", *METHODS),
            **named("operation", "additionalOperations"),
            **many("server", "servers"),
            **many("parameter", "parameters"),
        },
        referable=True,
    ),
    "operation": Kind(
        "operation",
        {
            **plain("tags", "tags"),
            **plain("text", "summary description operationId"),
            **plain("flag", "deprecated"),
            **one("external-docs", "externalDocs"),
            **many("parameter", "parameters"),
            **one("request-body", "requestBody"),
            **one("responses", "responses"),
            **named("callback", "callbacks"),
            **many("security-requirement", "security"),
            **many("server", "servers"),
        },
        old=plain("texts", "consumes produces schemes"),
    ),
    "external-docs": Kind("external documentation", plain("text", "description url")),
    "parameter": Kind(
        "parameter",
        {
            **plain("text", "name"),
            **plain("location", "in"),
            **plain("flag", "allowEmptyValue"),
            **_PARAMETER_FIELDS,
        },
        old=_OLD_PARAMETER_FIELDS,
        referable=True,
    ),
    "header": Kind("header", _PARAMETER_FIELDS, _OLD_PARAMETER_FIELDS, referable=True),
    "request-body": Kind(
        "request body",
        {
            **plain("text", "description"),
            **plain("flag", "required"),
            **named("media-type", "content"),
        },
        old=one("schema", "schema"),
        referable=True,
    ),
    "media-type": Kind(
        "media type",
        {
            **one("schema", "schema", "itemSchema"),
            **plain("any", "example"),
            **named("example", "examples"),
            **_ENCODINGS,
        },
        referable=True,
    ),
    "encoding": Kind(
        "encoding",
        {
            **plain("text", "contentType style"),
            **plain("flag", "explode allowReserved"),
            **named("header", "headers"),
            **_ENCODINGS,
        },
    ),
    "responses": Kind("list of responses", {}, rest=Field("response", "one")),
    "response": Kind(
        "response",
        {
            **plain("text", "summary description"),
            **named("header", "headers"),
            **named("media-type", "content"),
            **named("link", "links"),
        },
        old={**one("schema", "schema"), **plain("any", "examples")},
        referable=True,
    ),
    "callback": Kind("callback", {}, rest=Field("path-item", "one"), referable=True),
    "example": Kind(
        "example",
        {
            **plain("text", "summary description externalValue serializedValue"),
            **plain("any", "value dataValue"),
        },
        referable=True,
    ),
    "link": Kind(
        "link",
        {
            **plain("text", "operationRef operationId description"),
            **plain("map", "parameters"),
            **plain("any", "requestBody"),
            **one("server", "server"),
        },
        referable=True,
    ),
    "tag": Kind(
        "tag",
        {
            **plain("text", "name summary description parent kind"),
            **one("external-docs", "externalDocs"),
        },
    ),
    "schema": Kind("schema", _SCHEMA_FIELDS, _OLD_SCHEMA_FIELDS),
    "discriminator": Kind(
        "discriminator",
        {
            **plain("text", "propertyName defaultMapping"),
            **plain("texts-by-name", "mapping"),
        },
    ),
    "xml": Kind(
        "xml",
        {
            **plain("text", "nodeType name namespace prefix"),
            **plain("flag", "attribute wrapped"),
        },
    ),
    "security-scheme": Kind(
        "security scheme",
        {
            **plain("text", "type description name in scheme bearerFormat"),
            **plain("text", "openIdConnectUrl oauth2MetadataUrl"),
            **plain("flag", "deprecated"),
            **one("oauth-flows", "flows"),
        },
        old={
            **plain("text", "flow authorizationUrl tokenUrl"),
            **plain("texts-by-name", "scopes"),
        },
        referable=True,
    ),
    "oauth-flows": Kind(
        "set of OAuth flows",
        one(
            "oauth-flow",
            "implicit",
            "password",
            "clientCredentials",
            "authorizationCode",
            "deviceAuthorization",
        ),
    ),
    "oauth-flow": Kind(
        "OAuth flow",
        {
            **plain("text", "authorizationUrl deviceAuthorizationUrl tokenUrl"),
            **plain("text", "refreshUrl"),
            **plain("texts-by-name", "scopes"),
        },
    ),
    "security-requirement": Kind(
        "security requirement", {}, rest=Field("texts", "none")
    ),
}

IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas")
"""The keywords whose schemas judge the same value as the schema they stand in."""
