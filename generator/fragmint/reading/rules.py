"""What openapi-spec-validator lets pass: names that nothing reads, limits that nothing
can satisfy, and what is defined twice or not at all."""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from fragmint.diagnostics import clip, did_you_mean
from fragmint.reading import keywords
from fragmint.reading.grammar import KINDS, METHODS, field_of, visit
from fragmint.reading.pointers import JSON, Pointer


class Finding(NamedTuple):
    """A problem that knows its pointer into the bundle and not yet its place.

    Args:
        code: The problem's code.
        message: What is wrong.
        pointer: Where in the bundle.
        mark: What is marked there: the value; its key; or what the value is called
            where it was defined, which may be far from the key that refers to it.
        hint: What would put it right; `{other}` stands for the place of `other`.
        other: The pointer to the other half of a contradiction.
        severity: As of a problem.
    """

    code: str
    message: str
    pointer: Pointer
    mark: Literal["value", "key", "name"] = "value"
    hint: str | None = None
    other: Pointer | None = None
    severity: Literal["error", "warning"] = "error"


_Rule: TypeAlias = Callable[[Pointer, dict[str, JSON]], Iterator[Finding]]

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_STATUS = re.compile(r"default|[1-5](?:[0-9]{2}|XX)")
_DIALECTS = re.compile(
    r"https://spec\.openapis\.org/oas/3\.1/dialect/[a-z0-9-]+"
    r"|https://json-schema\.org/draft/2020-12/schema#?"
)
_LEFTOVERS = {
    "nullable": 'in 3.1, a type may be a list: [string, "null"]',
    "dependencies": "use dependentRequired or dependentSchemas",
    "additionalItems": "use prefixItems, and items for what comes after them",
    "id": "no schema of OpenAPI 3.1 has an id; remove it",
}


def findings(document: dict[str, JSON]) -> Iterator[Finding]:
    """All that is wrong with a description and breaks none of its schema's rules.

    Args:
        document: A description without references, but for schemas.
    """
    for pointer, kind, value in visit(document, "openapi"):
        if isinstance(value, dict):
            yield from _names(pointer, kind, value)
            for rule in _RULES.get(kind, ()):
                yield from rule(pointer, value)
        elif kind == "schema" and not isinstance(value, bool):
            expected = "a schema: an object, true or false"
            yield Finding("invalid-description", f"this must be {expected}", pointer)
    yield from _operation_ids(document)


def _names(pointer: Pointer, kind: str, value: dict[str, JSON]) -> Iterator[Finding]:
    about = KINDS[kind]
    for name in value:
        if field_of(kind, name) is not None:
            continue
        here = (*pointer, name)
        if kind == "schema":
            yield _unknown_keyword(name, here)
        else:
            hint = None
            if meant := meant_field(kind, name):
                hint = f"did you mean {meant}?"
            elif "schema" in about.fields and name in KINDS["schema"].fields:
                hint = f"{name} belongs in its schema"
            message = f"no {about.title} has a field {clip(name)}"
            yield Finding("unknown-field", message, here, mark="key", hint=hint)


def meant_field(kind: str, name: str) -> str | None:
    """The fixed field that an unknown field of an object was probably meant to be.

    Args:
        kind: The kind of object, a key of `grammar.KINDS`.
        name: The unknown field.
    """
    return did_you_mean(name, KINDS[kind].fields, cutoff=0.7)


def _unknown_keyword(name: str, pointer: Pointer) -> Finding:
    fields = KINDS["schema"].fields
    hint = _LEFTOVERS.get(name)
    meant = did_you_mean(name, fields, cutoff=0.8) if len(name) > 3 else None
    if hint is None and meant is not None:
        message = f"no schema has a keyword {name}"
        hint = f"did you mean {meant}?"
        return Finding("unknown-keyword", message, pointer, mark="key", hint=hint)
    message = f"{clip(name)} has no effect in a schema"
    return Finding(
        "unknown-keyword", message, pointer, mark="key", hint=hint, severity="warning"
    )


def _schema(pointer: Pointer, schema: dict[str, JSON]) -> Iterator[Finding]:
    for keyword, expected in keywords.complaints(schema):
        message = f"{keyword} must be {expected}"
        hint = _value_hint(keyword, schema[keyword])
        here = (*pointer, keyword)
        yield Finding("invalid-description", message, here, hint=hint)
    for lower, upper in keywords.limits(schema):
        least, most = schema[lower], schema[upper]
        message = f"{lower} {least} and {upper} {most} leave no value"
        if "exclusive" not in lower + upper:
            message = f"{lower} {least} is above {upper} {most}"
        here, other = (*pointer, lower), (*pointer, upper)
        hint = f"{upper} is at {{other}}"
        yield Finding("min-above-max", message, here, hint=hint, other=other)
    dialect = schema.get("$schema")
    if isinstance(dialect, str) and not _DIALECTS.fullmatch(dialect):
        message = f"the dialect {clip(dialect)} can not be read yet"
        yield Finding("unsupported", message, (*pointer, "$schema"))


def _value_hint(keyword: str, value: JSON) -> str | None:
    if keyword.startswith("exclusive") and isinstance(value, bool):
        return "in 3.1, it is the limit itself"
    if keyword == "items" and isinstance(value, list):
        return "in 3.1, prefixItems has the list"
    if keyword == "required" and isinstance(value, bool):
        return "the schema around this one lists the properties that it requires"
    if keyword == "type" and isinstance(value, str):
        meant = did_you_mean(value, keywords.TYPES)
        return f"did you mean {meant}?" if meant else None
    if keyword == "type" and value is None:
        return 'the type of null is "null", in quotes'
    return None


def _discriminator(pointer: Pointer, value: dict[str, JSON]) -> Iterator[Finding]:
    """What the schema of a description leaves to that of schemas."""
    code, name, mapping = "invalid-description", "propertyName", value.get("mapping")
    if name not in value:
        yield Finding(code, f"this discriminator has no {name}", pointer, "name")
    elif not isinstance(value[name], str):
        yield Finding(code, f"{name} must be a string", (*pointer, name))
    if "mapping" in value and not (
        isinstance(mapping, dict)
        and all(isinstance(target, str) for target in mapping.values())
    ):
        message = "mapping must be an object of strings"
        yield Finding(code, message, (*pointer, "mapping"))


def _document(pointer: Pointer, document: dict[str, JSON]) -> Iterator[Finding]:
    dialect = document.get("jsonSchemaDialect")
    if isinstance(dialect, str) and not _DIALECTS.fullmatch(dialect):
        message = f"the dialect {clip(dialect)} can not be read yet"
        yield Finding("unsupported", message, (*pointer, "jsonSchemaDialect"))


def _paths(pointer: Pointer, paths: dict[str, JSON]) -> Iterator[Finding]:
    for path, item in paths.items():
        here = (*pointer, path)
        if path.startswith("/"):
            yield from _path(here, path, item if isinstance(item, dict) else {})
        elif not path.startswith("x-"):
            message = f"the path {clip(path)} does not begin with a slash"
            yield Finding("invalid-description", message, here, mark="key")


def _path(pointer: Pointer, path: str, item: dict[str, JSON]) -> Iterator[Finding]:
    """What the template and the parameters say of each other (OAS 3.1.1 §4.8.2)."""
    placeholders: dict[str, list[str]] = {
        name: [] for name in _PLACEHOLDER.findall(path)
    }
    common = dict(_path_parameters(pointer, item))
    for method in METHODS:
        operation = item.get(method)
        if not isinstance(operation, dict):
            continue
        own = dict(_path_parameters((*pointer, method), operation))
        for name, where in {**common, **own}.items():
            if name not in placeholders:
                message = f"the path {clip(path)} has no {{{clip(name)}}}"
                meant = did_you_mean(name, placeholders)
                hint = f"did you mean {meant}?" if meant else None
                yield Finding("unknown-placeholder", message, where, hint=hint)
        for name, without in placeholders.items():
            if name not in common and name not in own:
                without.append(method.upper())
    for name, without in placeholders.items():
        if without:
            message = f"{{{clip(name)}}} is no parameter of {', '.join(without)}"
            yield Finding(
                "undeclared-placeholder", message, pointer, "key", severity="warning"
            )


def _path_parameters(
    pointer: Pointer, holder: dict[str, JSON]
) -> Iterator[tuple[str, Pointer]]:
    for index, parameter in enumerate(_list(holder.get("parameters"))):
        if isinstance(parameter, dict) and parameter.get("in") == "path":
            name = parameter.get("name")
            if isinstance(name, str):
                yield name, (*pointer, "parameters", index, "name")


def _parameters(pointer: Pointer, holder: dict[str, JSON]) -> Iterator[Finding]:
    """A parameter is unique by its name and place (OAS 3.1.1 §4.8.10)."""
    first: dict[tuple[str, str], Pointer] = {}
    for index, parameter in enumerate(_list(holder.get("parameters"))):
        if not isinstance(parameter, dict):
            continue
        name, where = parameter.get("name"), parameter.get("in")
        if isinstance(name, str) and isinstance(where, str):
            here = (*pointer, "parameters", index, "name")
            other = first.setdefault((name, where), here)
            if other != here:
                message = f"the {clip(where)} parameter {clip(name)} is repeated"
                hint = "the first is at {other}"
                yield Finding(
                    "duplicate-parameter", message, here, hint=hint, other=other
                )


def _responses(pointer: Pointer, responses: dict[str, JSON]) -> Iterator[Finding]:
    for status in responses:
        if not status.startswith("x-") and not _STATUS.fullmatch(status):
            message = f"{clip(status)} is no status code"
            hint = "write 200, 2XX or default"
            here = (*pointer, status)
            yield Finding("invalid-description", message, here, mark="key", hint=hint)


def _operation_ids(document: dict[str, JSON]) -> Iterator[Finding]:
    """An operationId is unique (OAS 3.1.1 §4.8.10)."""
    first: dict[str, Pointer] = {}
    paths = document.get("paths")
    for path, item in (paths if isinstance(paths, dict) else {}).items():
        for method in METHODS:
            operation = item.get(method) if isinstance(item, dict) else None
            if not isinstance(operation, dict):
                continue
            name = operation.get("operationId")
            if isinstance(name, str):
                here = ("paths", path, method, "operationId")
                other = first.setdefault(name, here)
                if other != here:
                    message = f"the operationId {clip(name)} is taken already"
                    hint = f"by {str(other[2]).upper()} {other[1]} at {{other}}"
                    yield Finding(
                        "duplicate-operation-id", message, here, hint=hint, other=other
                    )


def _list(value: JSON) -> list[JSON]:
    return value if isinstance(value, list) else []


_RULES: dict[str, tuple[_Rule, ...]] = {
    "openapi": (_document,),
    "paths": (_paths,),
    "path-item": (_parameters,),
    "operation": (_parameters,),
    "responses": (_responses,),
    "schema": (_schema,),
    "discriminator": (_discriminator,),
}
