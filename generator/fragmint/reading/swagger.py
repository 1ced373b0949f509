"""Swagger 2.0: what its documents, operations and security schemes are today."""

from fragmint.reading import old_parameters
from fragmint.reading.bundle import operations_of
from fragmint.reading.context import Context
from fragmint.reading.pointers import JSON
from fragmint.reading.swagger_bodies import BODY, body_of, is_file, media_types

_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}


def document(context: Context, value: dict[str, JSON]) -> None:
    """The servers out of the host and what goes with it."""
    for name in ("consumes", "produces", "schemes"):
        context.defaults[name] = value.pop(name, None)
    parts = {name: value.pop(name, None) for name in ("host", "basePath")}
    context.defaults.update(parts)
    if any(parts.values()) and "servers" not in value:
        servers = _servers(context, context.defaults["schemes"])
        value["servers"] = context.new_list(servers, context.origins.root)
    value.pop("swagger", None)


def path_item(context: Context, value: dict[str, JSON]) -> None:
    """Give the bodies that a whole path has to each of its operations."""
    parameters = value.get("parameters")
    if not isinstance(parameters, list):
        return
    bodies = [each for each in parameters if _location(each) in BODY]
    if not bodies:
        return
    value["parameters"] = [each for each in parameters if _location(each) not in BODY]
    at = context.origins.of(value).to("parameters")
    for _, each in operations_of(value):
        own = each.get("parameters")
        own = own if isinstance(own, list) else []
        names = {_identity(parameter) for parameter in own}
        inherited = [body for body in bodies if _identity(body) not in names]
        each["parameters"] = context.new_list([*inherited, *own], at)


def operation(context: Context, value: dict[str, JSON]) -> None:
    """Give an operation a request body, and its responses their content."""
    said = {name: value.pop(name, None) for name in ("consumes", "produces", "schemes")}
    at = context.origins.of(value)
    if said["schemes"] and "servers" not in value:
        servers = _servers(context, said["schemes"])
        value["servers"] = context.new_list(servers, at.to("schemes"))
    parameters = value.get("parameters")
    given = parameters if isinstance(parameters, list) else []
    bodies = [
        each for each in given if isinstance(each, dict) and _location(each) in BODY
    ]
    if bodies:
        rest: list[JSON] = [each for each in given if _location(each) not in BODY]
        value["parameters"] = context.new_list(rest, at.to("parameters"))
        if not rest:
            del value["parameters"]
        for parameter in bodies:
            old_parameters.modern(context, parameter)
        consumes = said["consumes"]
        if consumes is None:
            consumes = context.defaults.get("consumes")
        if "requestBody" in value:
            context.warn(bodies[0], None, "this operation has a requestBody already")
        else:
            value["requestBody"] = body_of(context, bodies, media_types(consumes))
    # An empty list is something else than none: it takes back what holds for all.
    produces = said["produces"]
    if produces is None:
        produces = context.defaults.get("produces")
    responses = value.get("responses")
    for response in responses.values() if isinstance(responses, dict) else ():
        if isinstance(response, dict):
            _response(context, response, media_types(produces))


def request_body(context: Context, value: dict[str, JSON]) -> None:
    """A schema where the content should be is that of JSON."""
    schema = value.pop("schema", None)
    if isinstance(schema, dict) and "content" not in value:
        context.warn(value, "schema", "the schema of a body belongs in its content")
        value["content"] = _content(context, schema, ["application/json"])


def security_scheme(context: Context, value: dict[str, JSON]) -> None:
    """The types and flows of today."""
    if value.get("type") == "basic":
        value |= {"type": "http", "scheme": "basic"}
    names = ("authorizationUrl", "tokenUrl", "scopes")
    flow, said = value.pop("flow", None), {k: value.pop(k) for k in names if k in value}
    if value.get("type") == "oauth2" and "flows" not in value and isinstance(flow, str):
        value["flows"] = _flows(context, value, _FLOWS.get(flow, flow), said)


def _flows(
    context: Context, scheme: dict[str, JSON], name: str, said: dict[str, JSON]
) -> JSON:
    at = context.origins.of(scheme)
    flow: JSON = context.new(said, at)
    return context.new({name: flow}, at)


def _response(context: Context, response: dict[str, JSON], produces: list[str]) -> None:
    schema, examples = response.pop("schema", None), response.pop("examples", None)
    if schema is None or "content" in response:
        return
    if not isinstance(schema, dict):
        return
    if context.dialect.name != "2.0":
        context.warn(response, "schema", "the schema of a response belongs in content")
    if not produces:
        produces = [
            "application/octet-stream" if is_file(schema) else "application/json"
        ]
    content = _content(context, schema, produces)
    for name, example in (examples if isinstance(examples, dict) else {}).items():
        media_type = content.get(name)
        if isinstance(media_type, dict):
            media_type["example"] = example
    response["content"] = content


def _content(
    context: Context, schema: dict[str, JSON], names: list[str]
) -> dict[str, JSON]:
    at = context.origins.of(schema)
    content: dict[str, JSON] = {
        name: context.new({"schema": schema}, at) for name in names
    }
    return context.new(content, at)


def _servers(context: Context, schemes: JSON) -> list[JSON]:
    host, base = context.defaults.get("host"), context.defaults.get("basePath")
    path = base.strip().rstrip("/") if isinstance(base, str) else ""
    if path and not path.startswith("/"):
        path = f"/{path}"
    at = context.origins.root
    if not isinstance(host, str) or not host.strip():
        return [context.new({"url": path or "/"}, at.to("basePath"))]
    host = host.strip().rstrip("/")
    names = media_types(schemes) or media_types(context.defaults.get("schemes"))
    # Nobody wants to send a secret in the clear where there is a choice.
    names = sorted(names, key=lambda name: name != "https") or ["https"]
    urls = [host + path] if "://" in host else [f"{s}://{host}{path}" for s in names]
    return [context.new({"url": url}, at.to("host")) for url in urls]


def _location(parameter: JSON) -> str | None:
    where = parameter.get("in") if isinstance(parameter, dict) else None
    return where.lower() if isinstance(where, str) else None


def _identity(parameter: JSON) -> tuple[str, str | None]:
    name = parameter.get("name") if isinstance(parameter, dict) else None
    where = _location(parameter)
    # There is but one body, whatever it is called.
    return (where or "", None if where == "body" else str(name))
