"""What reading promises about a bundle, checked by judges that are not its own."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from openapi_spec_validator.schemas import schema_v32

# jsonschema has no types.
_Validator: Any = import_module("jsonschema").Draft202012Validator
_ONE = {
    *("items", "not", "if", "then", "else", "contains", "contentSchema"),
    *("additionalProperties", "propertyNames"),
    *("unevaluatedItems", "unevaluatedProperties"),
}
METHODS = "get put post delete options head patch trace query".split()
_JUDGE = _Validator(dict(schema_v32))
_META = _Validator(_Validator.META_SCHEMA)
_TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"]
_IN_PLACE = {"$ref", "allOf", "anyOf", "oneOf"}
_GONE = {"$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$defs", "$schema"} | {
    *("definitions", "nullable", "dependencies", "additionalItems", "collectionFormat")
}


def complaints(document: dict[str, Any]) -> list[str]:
    """Everything in which a bundle is not what is promised."""
    judged = {**document, "openapi": "3.2.0"}
    found = [
        f"{list(error.absolute_path)}: {error.message[:200]}"
        for error in _JUDGE.iter_errors(judged)
        # A link's parameters can be of any type (OAS 3.2.0 §4.20).
        if list(error.absolute_path)[-4:-3] != ["links"]
    ]
    for schema in schemas(document):
        found += [
            f"schema {str(schema)[:200]}: {error.message[:200]}"
            for error in _META.iter_errors(schema)
        ]
        if isinstance(schema, dict):
            found += _about_schema(document, schema)
    return [*found, *_about_operations(document)]


_BY_NAME = frozenset(
    """callbacks content encoding examples headers links mediaTypes parameters pathItems
    paths requestBodies responses webhooks""".split()
)


def schemas(document: dict[str, Any]) -> Iterator[Any]:
    """The outermost schemas of a bundle."""
    pending: list[Any] = [document]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(value)
        elif isinstance(value, dict):
            for key, member in value.items():
                if key in ("schema", "itemSchema"):
                    yield member
                elif key == "schemas" and value is document.get("components"):
                    yield from member.values()
                elif key in _BY_NAME and isinstance(member, dict):
                    pending.extend(member.values())  # one can be named schema
                elif not key.startswith("x-") and key not in (
                    *("example", "value", "dataValue", "requestBody_", "enum"),
                    *("default", "mapping", "scopes", "security"),
                ):
                    pending.append(member)


def _inner(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    pending: list[Any] = [schema]
    while pending:
        value = pending.pop()
        if not isinstance(value, dict):
            continue
        yield value
        for key, member in value.items():
            if key in ("properties", "patternProperties", "dependentSchemas"):
                pending.extend(member.values())
            elif key in ("allOf", "anyOf", "oneOf", "prefixItems"):
                pending.extend(member)
            elif key in _ONE:
                pending.append(member)


def _about_schema(document: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    known = document.get("components", {}).get("schemas", {})
    for inner in _inner(schema):
        if gone := _GONE & inner.keys():
            yield f"{gone} is still there"
        refs = [inner["$ref"]] if "$ref" in inner else []
        discriminator = inner.get("discriminator", {})
        refs += discriminator.get("mapping", {}).values()
        for ref in refs:
            if (
                not isinstance(ref, str)
                or ref.removeprefix("#/components/schemas/") not in known
            ):
                yield f"{ref} leads nowhere"
        if discriminator and not isinstance(discriminator["propertyName"], str):
            yield "a discriminator without a name"
        types = inner.get("type", [])
        types = types if isinstance(types, list) else [types]
        if not all(name in _TYPES for name in types) or len({*types}) < len(types):
            yield f"the type {types}"
        if inner.get("enum") == []:
            yield "an empty enum"


def _about_operations(document: dict[str, Any]) -> Iterator[str]:
    known = document.get("components", {}).get("securitySchemes", {})
    for path, item in document["paths"].items():
        if not path.startswith("/"):
            yield f"the path {path}"
        operations = [item[m] for m in METHODS if m in item]
        operations += item.get("additionalOperations", {}).values()
        for holder in [item, *operations]:
            given = [
                (str(p["name"]), str(p["in"])) for p in holder.get("parameters", [])
            ]
            if len({*given}) < len(given):
                yield f"parameters {given}"
            for parameter in holder.get("parameters", []):
                if "$ref" in parameter:
                    yield "a reference for a parameter"
                if parameter["in"] == "path" and parameter.get("required") is not True:
                    yield "a parameter in the path that is not required"
        for holder in [document, *operations]:
            for each in holder.get("security", []):
                if not each.keys() <= known.keys():
                    yield f"security {each}"
        for operation in operations:
            for status, response in operation.get("responses", {}).items():
                if status.startswith("x-"):
                    continue
                if not re.fullmatch("default|[1-5]XX|[0-9]{3}", status):
                    yield f"the status {status}"
                if not isinstance(response["description"], str):
                    yield "a response without a description"
