"""Schemas as OpenAPI 2.0, 3.0 and the older drafts of JSON Schema write them."""

from collections.abc import Iterable

from fragmint.reading.context import Context
from fragmint.reading.forms import is_number
from fragmint.reading.pointers import JSON

_APPLIED = ("$ref", "allOf", "anyOf", "oneOf", "not", "if", "const")
_ANNOTATIONS = frozenset(
    [
        *("title", "description", "deprecated", "readOnly", "writeOnly"),
        *("default", "example", "examples", "externalDocs", "xml"),
    ]
)
_EXCLUSIVE = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))


def modern(context: Context, schema: dict[str, JSON]) -> None:
    """Say in JSON Schema 2020-12 what a schema says otherwise.

    Args:
        context: What is known about its document.
        schema: The schema; those within it are left alone.
    """
    schema.pop("collectionFormat", None)
    _file(context, schema)
    _exclusive(context, schema)
    _dependencies(context, schema)
    _nullable(context, schema)


def _file(context: Context, schema: dict[str, JSON]) -> None:
    if schema.get("type") != "file":
        return
    if context.dialect.name != "2.0":
        context.warn(schema, "type", "the type of a file is string", "format: binary")
    schema["type"] = "string"
    schema.setdefault("format", "binary")
    if schema["format"] == "file":
        schema["format"] = "binary"


def _exclusive(context: Context, schema: dict[str, JSON]) -> None:
    for exclusive, limit in _EXCLUSIVE:
        flag = schema.get(exclusive)
        if isinstance(flag, bool):
            if context.dialect.booleans:
                message = f"{exclusive} must be a number"
                hint = "since 3.1, it is the limit itself"
                context.warn(schema, exclusive, message, hint)
            del schema[exclusive]
            if flag and is_number(schema.get(limit)):
                schema[exclusive] = schema.pop(limit)


def _dependencies(context: Context, schema: dict[str, JSON]) -> None:
    given = schema.pop("dependencies", None)
    if not isinstance(given, dict):
        return
    hint = "use dependentRequired or dependentSchemas"
    context.warn(schema, "dependencies", "dependencies has another name now", hint)
    at = context.origins.of(schema).to("dependencies")
    names: dict[str, JSON] = {
        k: v for k, v in given.items() if isinstance(v, list | str)
    }
    schemas: dict[str, JSON] = {
        k: v for k, v in given.items() if isinstance(v, dict | bool)
    }
    for keyword, found in (("dependentRequired", names), ("dependentSchemas", schemas)):
        if found:
            schema.setdefault(keyword, context.new(found, at))


def _nullable(context: Context, schema: dict[str, JSON]) -> None:
    said = schema.pop("nullable", None)
    if said is not None and context.dialect.name != "3.0":
        hint = 'a type may be a list: [string, "null"]'
        if context.dialect.name == "2.0":
            hint = "in Swagger 2.0, it is x-nullable"
        message = "nullable has no effect in a schema, but is understood"
        context.notes.warn(
            "unknown-keyword",
            message,
            context.origins.field(schema, "nullable"),
            mark="key",
            hint=hint,
        )
    if context.dialect.name == "2.0":
        said = said or schema.pop("x-nullable", None)
    if said is not True and said != "true":
        return
    if any(keyword in schema for keyword in _APPLIED):
        _or_null(context, schema)
        return
    if (types := schema.get("type")) is not None:
        given = types if isinstance(types, list) else [types]
        schema["type"] = [*given, *([] if "null" in given else ["null"])]
    values = schema.get("enum")
    if isinstance(values, list) and None not in values:
        schema["enum"] = [*values, None]


def _or_null(context: Context, schema: dict[str, JSON]) -> None:
    """Have null be right beside what else a schema allows."""
    at = context.origins.of(schema)
    null: JSON = context.new({"type": "null"}, at)
    branches = schema.get("anyOf")
    if isinstance(branches, list) and not _rules(schema, beside=("anyOf",)):
        schema["anyOf"] = context.new_list([*branches, null], at.to("anyOf"))
        return
    inner = context.new(_rules(schema), at)
    for name in inner:
        del schema[name]
    schema["anyOf"] = context.new_list([inner, null], at)


def _rules(schema: dict[str, JSON], beside: Iterable[str] = ()) -> dict[str, JSON]:
    """What of a schema says more than how it is to be shown."""
    skipped = {*_ANNOTATIONS, *beside}
    return {
        name: value
        for name, value in schema.items()
        if name not in skipped and not name.startswith("x-")
    }
