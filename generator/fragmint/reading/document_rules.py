"""What paths, operations and the whole document owe to one another."""

import re
from collections.abc import Iterator

from fragmint.diagnostics import clip, did_you_mean
from fragmint.reading.bundle import operations_of
from fragmint.reading.context import Context
from fragmint.reading.dialects import is_known_dialect
from fragmint.reading.kinds import METHODS
from fragmint.reading.pointers import JSON

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_STATUS = re.compile(r"default|[1-5]XX|[0-9]{3}")
_STATUS_MEANT = re.compile(r"([1-5])[0x]?[x*]|([0-9]{3})\b.*", re.IGNORECASE)
_METHOD = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


def document(context: Context, value: dict[str, JSON]) -> bool:
    """A document has an info; each of its tags and operationIds is there once."""
    if "info" not in value:
        context.missing(value, "description", "info")
        info: dict[str, JSON] = {"title": "API", "version": "0"}
        value["info"] = context.new(info, context.origins.root)
    if not isinstance(value.get("openapi"), str) or context.dialect.name < "3.1":
        value["openapi"] = "3.2.0"
    if value.get("servers") == []:
        del value["servers"]
    dialect = value.get("jsonSchemaDialect")
    if dialect is not None and not is_known_dialect(dialect):
        message = f"the dialect {clip(str(dialect))} is read as JSON Schema 2020-12"
        at = context.origins.field(value, "jsonSchemaDialect")
        context.notes.warn("unknown-dialect", message, at)
    if "#" in str(value.get("$self", "")):
        context.warn(value, "$self", "the URI of a document has no fragment")
        del value["$self"]
    _tags(context, value)
    _operation_ids(context, value)
    _security(context, value)
    return True


def paths(context: Context, value: dict[str, JSON]) -> bool:
    """A path begins with a slash, and says the same of its placeholders as others."""
    for path, item in list(value.items()):
        if path.startswith("x-") or not isinstance(item, dict):
            continue
        name = path
        if not path.startswith("/"):
            message = f"the path {clip(path)} does not begin with a slash"
            at = context.origins.field(value, path)
            context.notes.warn("invalid-description", message, at, mark="key")
            name = "/" + path
            if name in value:
                message = f"the path {clip(name)} is there already"
                context.notes.stop("duplicate-path", message, at)
            else:
                # Where it stood among the others is where it stays.
                entries = [(name if k == path else k, v) for k, v in value.items()]
                value.clear()
                value.update(entries)
                context.origins.put_field(value, name, at)
        _placeholders(context, value, name, item)
    _same_paths(context, value)
    return True


def path_item(context: Context, value: dict[str, JSON]) -> bool:
    """The parameters of a path differ, and its further methods are not the usual."""
    _parameters(context, value)
    more = value.get("additionalOperations")
    for method, operation_ in list(more.items()) if isinstance(more, dict) else ():
        if not isinstance(more, dict):
            continue
        if method.lower() in METHODS:
            message = f"{method} is no additional method"
            context.warn(value, "additionalOperations", message)
            value.setdefault(method.lower(), operation_)
            del more[method]
        elif not _METHOD.fullmatch(method):
            message = f"{clip(method)} is no method"
            context.warn(value, "additionalOperations", message)
            del more[method]
    return True


def operation(context: Context, value: dict[str, JSON]) -> bool:
    """The parameters of an operation differ, and it has responses."""
    _parameters(context, value)
    if "responses" not in value and context.dialect.name < "3.1":
        context.missing(value, "operation", "responses")
    given = value.get("responses")
    if isinstance(given, dict) and all(name.startswith("x-") for name in given):
        context.warn(value, "responses", "responses must not be empty")
        del value["responses"]
    return True


def responses(context: Context, value: dict[str, JSON]) -> bool:
    """The names of responses are status codes."""
    if all(_STATUS.fullmatch(status) or status.startswith("x-") for status in value):
        return True
    entries = list(value.items())
    value.clear()
    for status, response in entries:
        name = status
        if not status.startswith("x-") and not _STATUS.fullmatch(status):
            name = _status(status)
            message = f"{clip(status)} is no status code"
            at = context.origins.field(value, status)
            hint = f"it is taken for {name}"
            context.notes.warn(
                "invalid-description", message, at, mark="key", hint=hint
            )
            context.origins.put_field(value, name, at)
        value.setdefault(name, response)
    return True


def _status(status: str) -> str:
    """The status code that was meant; any other if that is anybody's guess."""
    found = _STATUS_MEANT.fullmatch(status.strip())
    if found is None:
        return "default"
    return found[2] or f"{found[1]}XX"


def _parameters(context: Context, holder: dict[str, JSON]) -> None:
    """A parameter is unique by its name and place (OAS 3.2.0 §4.10)."""
    given = holder.get("parameters")
    if not isinstance(given, list):
        return
    first: dict[tuple[JSON, JSON], dict[str, JSON]] = {}
    for parameter in given:
        if isinstance(parameter, dict):
            key = (parameter.get("name"), parameter.get("in"))
            other = first.setdefault(key, parameter)
            if other is not parameter:
                context.notes.warn(
                    "duplicate-parameter",
                    f"the {key[1]} parameter {clip(str(key[0]))} is repeated",
                    context.origins.field(parameter, "name"),
                    hint="the first is at {other}, and counts",
                    other=context.origins.field(other, "name"),
                )
    if len(first) < len(given):
        given[:] = first.values()


def _placeholders(
    context: Context, holder: dict[str, JSON], path: str, item: dict[str, JSON]
) -> None:
    """What the template and the parameters say of each other (OAS 3.2.0 §4.8.2)."""
    known: dict[str, list[str]] = {name: [] for name in _PLACEHOLDER.findall(path)}
    common = set(_path_parameters(context, item, path, known))
    for method, operation_ in operations_of(item):
        own = set(_path_parameters(context, operation_, path, known))
        for name, without in known.items():
            if name not in common and name not in own:
                without.append(method.upper())
    for name, without in known.items():
        if without:
            message = f"{{{clip(name)}}} is no parameter of {', '.join(without)}"
            at = context.origins.field(holder, path)
            context.notes.warn("undeclared-placeholder", message, at, mark="key")


def _path_parameters(
    context: Context, holder: dict[str, JSON], path: str, known: dict[str, list[str]]
) -> Iterator[str]:
    """The names of the parameters in the path; those that are not leave the list."""
    given = holder.get("parameters")
    for parameter in list(given) if isinstance(given, list) else ():
        if not isinstance(parameter, dict) or parameter.get("in") != "path":
            continue
        name = str(parameter.get("name"))
        if name in known:
            yield name
            continue
        meant = did_you_mean(name, known)
        hint = f"did you mean {meant}?" if meant else None
        message = f"the path {clip(path)} has no {{{clip(name)}}}"
        at = context.origins.field(parameter, "name")
        context.notes.warn("unknown-placeholder", message, at, hint=hint)
        if isinstance(given, list):
            given[:] = [other for other in given if other is not parameter]


def _same_paths(context: Context, value: dict[str, JSON]) -> None:
    """Two paths that differ only in what their placeholders are called are one."""
    first: dict[str, str] = {}
    for path in value:
        other = first.setdefault(_PLACEHOLDER.sub("{}", path), path)
        if other != path:
            message = f"the path {clip(path)} is also there as {clip(other)}"
            at = context.origins.field(value, path)
            context.notes.warn("duplicate-path", message, at, mark="key")


def _tags(context: Context, value: dict[str, JSON]) -> None:
    tags = value.get("tags")
    if not isinstance(tags, list):
        return
    first: dict[str, dict[str, JSON]] = {}
    for tag in tags:
        if isinstance(tag, dict):
            name = str(tag["name"])
            known = first.setdefault(name, tag)
            if known is not tag:
                message = f"the tag {clip(name)} is described twice"
                at = context.origins.of(tag)
                context.notes.warn("duplicate-tag", message, at)
                for key, member in tag.items():
                    known.setdefault(key, member)
    tags[:] = first.values()
    for name, tag in first.items():
        parent, seen = tag.get("parent"), {name}
        while isinstance(parent, str) and parent in first and parent not in seen:
            seen.add(parent)
            parent = first[parent].get("parent")
        if parent is not None:
            message = f"the parent of the tag {clip(name)} is no tag above it"
            context.warn(tag, "parent", message)
            del tag["parent"]


def _operation_ids(context: Context, value: dict[str, JSON]) -> None:
    """An operationId is unique (OAS 3.2.0 §4.10)."""
    first: dict[str, tuple[str, str, dict[str, JSON]]] = {}
    for holder in ("paths", "webhooks"):
        items = value.get(holder)
        for path, item in items.items() if isinstance(items, dict) else ():
            for method, found in operations_of(item if isinstance(item, dict) else {}):
                name = found.get("operationId")
                if not isinstance(name, str):
                    continue
                here = (method.upper(), path, found)
                other = first.setdefault(name, here)
                if other is not here:
                    context.notes.warn(
                        "duplicate-operation-id",
                        f"the operationId {clip(name)} is taken already",
                        context.origins.field(found, "operationId"),
                        hint=f"by {other[0]} {other[1]} at {{other}}",
                        other=context.origins.field(other[2], "operationId"),
                    )


def _security(context: Context, value: dict[str, JSON]) -> None:
    """A security requirement names schemes that are described (OAS 3.2.0 §4.30)."""
    components = value.get("components")
    schemes = (
        components.get("securitySchemes") if isinstance(components, dict) else None
    )
    known = schemes if isinstance(schemes, dict) else {}
    holders = [value]
    for name in ("paths", "webhooks"):
        items = value.get(name)
        for item in items.values() if isinstance(items, dict) else ():
            holders.extend(
                found
                for _, found in operations_of(item if isinstance(item, dict) else {})
            )
    for holder in holders:
        requirements = holder.get("security")
        for each in requirements if isinstance(requirements, list) else ():
            for name in (
                [n for n in each if n not in known] if isinstance(each, dict) else ()
            ):
                if isinstance(each, dict):
                    _unknown_scheme(context, each, name)
                    del each[name]


def _unknown_scheme(context: Context, each: dict[str, JSON], name: str) -> None:
    if name in context.schemes:
        return  # What is wrong with it has been said where it stands.
    meant = did_you_mean(name, context.schemes)
    hint = f"did you mean {meant}?" if meant else None
    message = f"there is no security scheme {clip(name)}: nothing is sent for it"
    at = context.origins.field(each, name)
    context.notes.warn("unknown-scheme", message, at, mark="key", hint=hint)
