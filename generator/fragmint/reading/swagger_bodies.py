"""Swagger 2.0's parameters in `body` and `formData` -> a request body."""

from fragmint.reading.context import Context
from fragmint.reading.pointers import JSON

BODY = ("body", "formdata")
"""The locations that are no more, in lower case."""

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


def media_types(value: JSON) -> list[str]:
    """The texts of a list, each once; of anything else none."""
    given = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(each for each in given if isinstance(each, str) and each))


def is_file(schema: JSON) -> bool:
    """Whether a schema is that of a file."""
    return isinstance(schema, dict) and (
        schema.get("type") == "file" or schema.get("format") == "binary"
    )


def body_of(
    context: Context, parameters: list[dict[str, JSON]], consumes: list[str]
) -> dict[str, JSON]:
    """The request body that parameters describe.

    Args:
        context: What is known about their document.
        parameters: At least one, all in `body` or `formData`, with schemas.
        consumes: The media types of the operation.
    """
    if context.dialect.name != "2.0":
        hint = "requestBody describes a body and the fields of a form"
        context.warn(parameters[0], "in", "no parameter is in a body", hint)
    whole = [each for each in parameters if str(each.get("in")).lower() == "body"]
    fields = [each for each in parameters if each not in whole]
    if whole and fields:
        message = "there is a body already, and so there is no form"
        context.warn(fields[0], None, message)
    if len(whole) == 1:
        return _body(context, whole[0], consumes or ["application/json"])
    if whole:
        message = "an operation has one body: these are taken for its properties"
        context.warn(whole[1], None, message)
        return _form(context, whole, consumes or ["application/json"])
    forms = [name for name in consumes if name in (_FORM, _MULTIPART)]
    if any(is_file(each.get("schema")) for each in fields):
        forms = [_MULTIPART]
    return _form(context, fields, forms or [_FORM])


def _body(
    context: Context, parameter: dict[str, JSON], types: list[str]
) -> dict[str, JSON]:
    at = context.origins.of(parameter)
    schema = parameter.get("schema")
    if not isinstance(schema, dict):
        schema = context.new({}, at)
    body: dict[str, JSON] = {
        name: value
        for name, value in parameter.items()
        if name in ("description", "required") or name.startswith("x-")
    }
    content: dict[str, JSON] = {
        name: context.new({"schema": schema}, at) for name in types
    }
    body["content"] = context.new(content, at)
    return context.new(body, at)


def _form(
    context: Context, parameters: list[dict[str, JSON]], types: list[str]
) -> dict[str, JSON]:
    at = context.origins.of(parameters[0])
    properties: dict[str, JSON] = {}
    encoding: dict[str, JSON] = {}
    required: list[JSON] = []
    for parameter in parameters:
        name = parameter.get("name")
        if not isinstance(name, str):
            context.warn(parameter, None, "this parameter has no name")
            continue
        properties[name] = _property(context, parameter)
        here = context.origins.of(parameter)
        style: dict[str, JSON] = {
            key: parameter[key] for key in ("style", "explode") if key in parameter
        }
        if style:
            encoding[name] = context.new(style, here)
        if parameter.get("required") in (True, "true"):
            required.append(name)
    schema: dict[str, JSON] = {
        "type": "object",
        "properties": context.new(properties, at),
    }
    if required:
        schema["required"] = list(dict.fromkeys(map(str, required)))
    schema = context.new(schema, at)
    content: dict[str, JSON] = {}
    for name in types:
        media_type: dict[str, JSON] = {"schema": schema}
        if encoding:
            media_type["encoding"] = context.new(dict(encoding), at)
        content[name] = context.new(media_type, at)
    body: dict[str, JSON] = {"content": context.new(content, at)}
    if required:
        body["required"] = True
    return context.new(body, at)


def _property(context: Context, parameter: dict[str, JSON]) -> dict[str, JSON]:
    """The schema of a field, with what its parameter says about it."""
    at = context.origins.of(parameter)
    given = parameter.get("schema")
    schema = context.new(dict(given) if isinstance(given, dict) else {}, at)
    for name, value in parameter.items():
        if name in ("description", "example") or name.startswith("x-"):
            schema.setdefault(name, value)
    return schema
