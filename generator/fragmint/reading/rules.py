"""What the fields of an object owe to one another, and what must not be missing.

A rule puts an object right whose fields are all of the right form. It returns whether
the object can stay: of one that says too little, nothing is known.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from fragmint.diagnostics import clip
from fragmint.reading import document_rules, schema_rules
from fragmint.reading.context import Context
from fragmint.reading.kinds import KINDS
from fragmint.reading.pointers import JSON, Location

Rule: TypeAlias = Callable[[Context, dict[str, JSON]], bool]

# RFC 9110 §5.6.2.
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_MEDIA_TYPE = re.compile(rf"{_TOKEN.pattern}/{_TOKEN.pattern}\s*(?:;.*)?", re.DOTALL)
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
# By `collectionFormat`, anywhere.
_SWAGGER_STYLES = ("form", "simple", "spaceDelimited", "pipeDelimited", "tabDelimited")
_FLOW_FIELDS = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
    "deviceAuthorization": ("deviceAuthorizationUrl", "tokenUrl"),
}
_URLS = frozenset(name for names in _FLOW_FIELDS.values() for name in names)
_SCHEME_FIELDS_OF: Mapping[str, set[str]] = {
    "apiKey": {"name", "in"},
    "http": {"scheme", "bearerFormat"},
    "mutualTLS": set(),
    "oauth2": {"flows", "oauth2MetadataUrl"},
    "openIdConnect": {"openIdConnectUrl"},
}
_SCHEME_FIELDS = set[str]().union(*_SCHEME_FIELDS_OF.values())
# What else is written where `http` belongs.
_HTTP_SCHEMES = ("basic", "bearer", "digest")


def _needs(kind: str, *names: str) -> Rule:
    """The rule of an object that means nothing without some fields."""

    def rule(context: Context, value: dict[str, JSON]) -> bool:
        missing = [name for name in names if name not in value]
        context.missing(value, KINDS[kind].title, *missing)
        return not missing

    return rule


def _has(kind: str, **defaults: JSON) -> Rule:
    """The rule of an object in which something goes without saying."""

    def rule(context: Context, value: dict[str, JSON]) -> bool:
        for name, default in defaults.items():
            if name not in value:
                context.missing(value, KINDS[kind].title, name)
                value[name] = default
        return True

    return rule


def _all(*rules: Rule) -> Rule:
    def every(context: Context, value: dict[str, JSON]) -> bool:
        verdicts = [rule(context, value) for rule in rules]
        return all(verdicts)

    return every


def _first(*rules: Rule) -> Rule:
    """Rules of which the first that an object breaks is the last that is asked."""
    return lambda context, value: all(rule(context, value) for rule in rules)


def _media_types(context: Context, value: dict[str, JSON]) -> None:
    """What stands behind the name of a media type by mistake is no part of it."""
    content = value.get("content")
    named = content if isinstance(content, dict) else {}
    for name in [name for name in named if not _MEDIA_TYPE.fullmatch(name)]:
        at, meant = context.origins.field(named, name), name.strip(" \t:;,.")
        is_plain = _MEDIA_TYPE.fullmatch(meant) and meant not in named
        hint = f"it is read as {meant}" if is_plain else "write it as type/subtype"
        message = f"{clip(name)} is no media type"
        context.notes.warn("invalid-description", message, at, mark="key", hint=hint)
        if is_plain:
            context.origins.put_field(named, meant, at)
            renamed = {meant if key == name else key: one for key, one in named.items()}
            named.clear()
            named.update(renamed)


def _response(context: Context, value: dict[str, JSON]) -> bool:
    _media_types(context, value)
    headers = value.get("headers")
    for name in headers if isinstance(headers, dict) else ():
        _header_name(context, name, context.origins.field(value, "headers").to(name))
    if "description" not in value:
        if context.dialect.name != "3.2":
            context.missing(value, "response", "description")
        value["description"] = ""
    return True


def _request_body(context: Context, value: dict[str, JSON]) -> bool:
    _media_types(context, value)
    if not value.get("content"):
        context.missing(value, "request body", "content")
        at = context.origins.of(value)
        anything: JSON = context.new({}, at)
        value["content"] = context.new({"*/*": anything}, at)
    return True


def _one_of_two(one: str, other: str) -> Rule:
    def rule(context: Context, value: dict[str, JSON]) -> bool:
        if one in value and other in value:
            message = f"{other} has no effect beside {one}"
            context.warn(value, other, message)
            del value[other]
        return True

    return rule


def _schema_or_content(context: Context, value: dict[str, JSON]) -> bool:
    """A parameter or a header has a schema, or content of one media type."""
    title = "parameter" if "in" in value else "header"
    content = value.get("content")
    if isinstance(content, dict) and len(content) != 1:
        context.warn(value, "content", "content must have one media type here")
        for name in list(content)[1:]:
            del content[name]
        if not content:
            del value["content"]
    if "schema" in value and "content" in value:
        context.warn(value, "content", "content has no effect beside a schema")
        del value["content"]
    if "schema" not in value and "content" not in value:
        context.warn(value, None, f"this {title} has neither schema nor content")
        value["schema"] = context.new({}, context.origins.of(value))
    if "content" in value:
        for name in ("style", "explode", "allowReserved"):
            if name in value:
                context.warn(value, name, f"{name} has no effect beside content")
                del value[name]
    return True


def _parameter(context: Context, value: dict[str, JSON]) -> bool:
    where = value["in"]
    if where == "path" and value.get("required") is not True:
        context.warn(value, None, "a parameter in the path needs required: true")
        value["required"] = True
    if where == "querystring" and "content" not in value:
        context.warn(value, None, "a whole query string needs content")
        media_type: dict[str, JSON] = {"schema": value.pop("schema", True)}
        at = context.origins.of(value)
        name = "application/x-www-form-urlencoded"
        value["content"] = context.new({name: context.new(media_type, at)}, at)
        for name in ("style", "explode", "allowReserved"):
            value.pop(name, None)
    if where != "query" and value.pop("allowEmptyValue", False):
        message = "only a parameter in the query can be empty"
        context.warn(value, "allowEmptyValue", message)
    is_form = value.get("style", "form") == "form" and context.dialect.name == "3.2"
    if where == "header" or (where == "cookie" and not is_form):
        _no_reserved(context, value)
    if where == "header":
        _header_name(context, str(value["name"]), context.origins.field(value, "name"))
    _style(context, value, _known_styles(context, str(where)))
    return True


def _header_name(context: Context, name: str, at: Location) -> None:
    if not _TOKEN.fullmatch(name):
        message = f"{clip(name)} can not be the name of a header"
        context.notes.warn("invalid-description", message, at)


def _no_reserved(context: Context, value: dict[str, JSON]) -> None:
    if "allowReserved" in value:
        message = "allowReserved has no effect here: nothing is percent-encoded"
        context.warn(value, "allowReserved", message)
        del value["allowReserved"]


def _known_styles(context: Context, where: str) -> tuple[str, ...]:
    is_old = context.dialect.name == "2.0"
    return _STYLES.get(where, ()) + (_SWAGGER_STYLES if is_old else ())


def _style(context: Context, value: dict[str, JSON], known: tuple[str, ...]) -> None:
    style = value.get("style")
    if style is not None and style not in known:
        message = f"there is no style {clip(str(style))} here"
        context.warn(value, "style", message, f"write one of {', '.join(known)}")
        del value["style"]


def _header(context: Context, value: dict[str, JSON]) -> bool:
    _no_reserved(context, value)
    _style(context, value, _known_styles(context, "header"))
    return True


def _encoding(context: Context, value: dict[str, JSON]) -> bool:
    _style(context, value, _known_styles(context, "query"))
    return True


def _server(context: Context, value: dict[str, JSON]) -> bool:
    variables = value.get("variables")
    known = variables if isinstance(variables, dict) else {}
    for name in _VARIABLE.findall(str(value["url"])):
        if name not in known:
            message = f"{{{clip(name)}}} has no default: callers have to give it"
            context.warn(value, "url", message, "give it a default under variables")
    return True


def _server_variable(context: Context, value: dict[str, JSON]) -> bool:
    """Without a default, it is left out, and its server says so."""
    names = value.get("enum")
    if isinstance(names, list) and not names:
        context.warn(value, "enum", "enum must not be empty")
        del value["enum"]
    elif isinstance(names, list):
        default = value.setdefault("default", names[0])
        if default not in names:
            context.warn(value, "default", "the default is none of the enum")
            value["enum"] = [default, *names]
    return "default" in value


def _security_scheme(context: Context, value: dict[str, JSON]) -> bool:
    kind = str(value.get("type")).strip()
    if kind.lower() in _HTTP_SCHEMES:
        value |= {"type": "http", "scheme": kind.lower()}
        context.warn(value, "type", f"the type is http, and {kind} its scheme")
        kind = "http"
    meant = {name.lower(): name for name in _SCHEME_FIELDS_OF}.get(kind.lower())
    if meant is None:
        message = f"there is no type {clip(kind)} of security scheme"
        context.warn(
            value, "type", message, f"write one of {', '.join(_SCHEME_FIELDS_OF)}"
        )
        return False
    if meant != value["type"]:
        context.warn(value, "type", f"the type is {meant}")
        value["type"] = meant
    for name in _SCHEME_FIELDS - _SCHEME_FIELDS_OF[meant]:
        if name in value:
            context.warn(value, name, f"{name} has no effect with the type {meant}")
            del value[name]
    return _SCHEME_RULES[meant](context, value)


def _api_key(context: Context, value: dict[str, JSON]) -> bool:
    where = str(value.get("in")).lower()
    if where not in ("query", "header", "cookie"):
        context.warn(value, None, "this key is neither in query, header nor cookie")
        where = "header"
    value["in"] = where
    return "name" in value or _needs("security-scheme", "name")(context, value)


def _oauth(context: Context, value: dict[str, JSON]) -> bool:
    if "flows" not in value:
        context.missing(value, "security scheme", "flows")
        value["flows"] = context.new({}, context.origins.of(value))
    return True


def _flows(context: Context, value: dict[str, JSON]) -> bool:
    for flow, names in _FLOW_FIELDS.items():
        found = value.get(flow)
        if not isinstance(found, dict):
            continue
        for name in names:
            if name not in found:
                context.missing(found, "OAuth flow", name)
                found[name] = ""
        for name in _URLS.intersection(found).difference(names):
            context.warn(found, name, f"{name} has no effect in the flow {flow}")
            del found[name]
    return True


def _xml(context: Context, value: dict[str, JSON]) -> bool:
    for name in ("attribute", "wrapped") if "nodeType" in value else ():
        if name in value:
            context.warn(value, name, f"{name} has no effect beside nodeType")
            del value[name]
    return True


def _link(context: Context, value: dict[str, JSON]) -> bool:
    if "operationRef" not in value and "operationId" not in value:
        message = "this link has neither operationRef nor operationId"
        context.warn(value, None, message)
        return False
    return True


_SCHEME_RULES: Mapping[str, Rule] = {
    "apiKey": _api_key,
    "http": _has("security-scheme", scheme="bearer"),
    "mutualTLS": lambda *_: True,
    "oauth2": _oauth,
    "openIdConnect": _has("security-scheme", openIdConnectUrl=""),
}

RULES: Mapping[str, Rule] = {
    "openapi": document_rules.document,
    "info": _has("info", title="API", version="0"),
    "license": _all(_has("license", name=""), _one_of_two("identifier", "url")),
    "external-docs": _needs("external-docs", "url"),
    "server": _first(_needs("server", "url"), _server),
    "server-variable": _server_variable,
    "tag": _needs("tag", "name"),
    "paths": document_rules.paths,
    "path-item": document_rules.path_item,
    "operation": document_rules.operation,
    "parameter": _first(
        _needs("parameter", "name", "in"), _schema_or_content, _parameter
    ),
    "header": _all(_schema_or_content, _header),
    "request-body": _request_body,
    "encoding": _encoding,
    "media-type": _one_of_two("examples", "example"),
    "responses": document_rules.responses,
    "response": _response,
    "example": _one_of_two("value", "externalValue"),
    "link": _all(_link, _one_of_two("operationId", "operationRef")),
    "schema": schema_rules.schema,
    "xml": _xml,
    "discriminator": _needs("discriminator", "propertyName"),
    "security-scheme": _first(_needs("security-scheme", "type"), _security_scheme),
    "oauth-flows": _flows,
    "oauth-flow": _has("oauth-flow", scopes={}),
}
