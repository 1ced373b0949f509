"""Parameters -> fields, in groups by where they go, and how they are checked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..meaning.api import Operation, Parameter
from ..meaning.shapes import Literal, Scalar, without_null
from ..meaning.shaping import Property
from ..support.retries import IDEMPOTENCY_KEYS
from . import plan
from .annotations import NONE, either, for_request
from .bodies import is_plain
from .checks import Checks
from .compiling import needed
from .composition import described
from .context import Context
from .docs import of_field
from .encoding import texts
from .literals import literal
from .models import secrecy
from .parts import imports_of, parts_of, style_source
from .plan import Import
from .refusals import sets_allowed
from .statements import Check, Matches, Present, Refusal, Statement
from .subjects import object_subject

__all__ = [
    "LOCATIONS",
    "PlannedGroup",
    "is_ignored",
    "is_segment",
    "plan_parameters",
    "style_of",
]

_OF_TRANSPORT = frozenset(
    "accept connection content-length content-type host transfer-encoding".split()
)
LOCATIONS = ("path", "query", "querystring", "header", "cookie")
_USUAL = {
    "path": ("simple", False),
    "query": ("form", True),
    "header": ("simple", False),
    "cookie": ("form", True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedGroup:
    """The parameters in one place. `plain`: their values are JSON's already."""

    group: plan.Group
    imports: frozenset[Import]
    types: frozenset[Import]
    plain: bool


def plan_parameters(
    context: Context, operation: Operation, location: str
) -> PlannedGroup | None:
    """The plan of the parameters of `operation` that go to `location`."""
    parameters = [
        p
        for p in operation.parameters
        if p.location == location and not is_ignored(operation, p)
    ]
    if not parameters:
        return None
    types: set[Import] = set()
    imports: set[Import] = set()
    spelled = context.names.arguments(operation)
    fields = []
    for one in parameters:
        name = spelled[f"{location} {one.name}"]
        field, needed = _field(context, one, name)
        types |= needed
        fields.append(field)
    check = _check(context, operation, parameters, location)
    if check is not None:
        imports.add(check)
    styles = tuple((p.name, s) for p in parameters if (s := style_of(p)) is not None)
    if location == "querystring":  # there is but one of these
        styles, _ = parts_of(parameters[0].encodings)
    imports |= imports_of(source for _, source in styles)
    # `querystring` is what writes it.
    variable = "search" if location == "querystring" else location
    group = plan.Group(
        variable=variable,
        constant=f"_{location.upper()}",
        check=check.name if check else None,
        schema=context.description.origin(operation.pointer),
        fields=tuple(fields),
        styles=styles,
        media_type=parameters[0].media_type,
    )
    shapes = context.api.shapes
    plain = all(is_plain(context, shapes.of(p.schema)) for p in parameters)
    return PlannedGroup(
        group=group, imports=frozenset(imports), types=frozenset(types), plain=plain
    )


def is_ignored(operation: Operation, parameter: Parameter) -> bool:
    """Whether a header is none of the caller's affairs (OAS 3.1 §4.8.12.2.1).

    The body says what it is, the client what it takes and who is calling, and the
    transport how it is sent. Where no security is described, only a parameter can say
    who is calling.
    """
    if parameter.location != "header":
        return False
    name = parameter.name.lower()
    if name == "authorization":
        return bool(operation.security)
    return name in _OF_TRANSPORT


def is_made(parameter: Parameter) -> bool:
    """Whether the client makes the value if none is given: an idempotency key."""
    return parameter.location == "header" and parameter.name.lower() in IDEMPOTENCY_KEYS


def is_segment(context: Context, parameter: Parameter) -> bool:
    """Whether a parameter is one segment of the path, written in the usual way."""
    shape = context.api.shapes.of(parameter.schema)
    return style_of(parameter) is None and isinstance(shape, Scalar | Literal)


def style_of(parameter: Parameter) -> str | None:
    """The source of how a parameter is written, if that is not usual there."""
    usual = _USUAL.get(parameter.location)
    said = (parameter.style, parameter.explode)
    if parameter.media_type is None and not parameter.allow_reserved and said == usual:
        return None
    if parameter.location in ("path", "header") and parameter.style == "simple":
        shape = parameter.media_type is None and not parameter.allow_reserved
        if shape and not parameter.explode:
            return None
    return style_source(
        parameter.style,
        parameter.explode,
        parameter.allow_reserved,
        parameter.media_type,
        parameter.encodings,
    )


def _field(
    context: Context, parameter: Parameter, name: str
) -> tuple[plan.Field, frozenset[Import]]:
    schema = parameter.schema
    shape = without_null(context.api.shapes.of(schema))
    annotation = for_request(shape, context.names, context.formats)
    made = is_made(parameter)
    needed = parameter.required and not parameter.client and not made
    if not needed:
        annotation = either(annotation, NONE)
    written = texts(shape, context.formats)
    secret, opaque = secrecy(context, (schema,), shape)
    field = plan.Field(
        name=name,
        wire_name=parameter.name,
        annotation=annotation.text,
        default=None if needed else "None",
        docs=of_field(
            parameter.description,
            context.telling(schema),
            held=parameter.client,
            made=made,
            deprecated=parameter.deprecated,
        ),
        secret=secret or parameter.secret,
        opaque=opaque,
        held=parameter.client,
        texts=written.text,
    )
    return field, annotation.imports | written.imports


def _check(
    context: Context,
    operation: Operation,
    parameters: list[Parameter],
    location: str,
) -> Import | None:
    """The function that checks the parameters in one place, if there is anything to."""
    names = context.names.rules(operation, location)
    checks = context.checks(names.title)
    checks.names.add(names.check)
    checks.known = {
        p.name: Property(p.name, (p.schema,), p.required) for p in parameters
    }
    checks.secrets = {
        p.name for p in parameters if p.secret or context.api.secrets.within(p.schema)
    }
    statements = [
        statement
        for parameter in parameters
        for statement in needed(_present(context, checks, parameter))
    ]
    if not statements:
        context.problems += checks.problems
        return None
    function = plan.CheckFunction(
        name=names.check,
        about=f"the {location} of {names.owner}",
        parameter="fields",
        given=True,
        sets_allowed=sets_allowed(tuple(statements)),
        late=tuple(sorted(checks.calls)),
        statements=tuple(statements),
    )
    context.validator(names.module, names.title, checks, (function,))
    return Import(f"..validators.{names.module}", function.name)


def _present(context: Context, checks: Checks, parameter: Parameter) -> Present:
    words = parameter.description or context.telling(parameter.schema).description
    origin = context.description.origin(parameter.pointer)
    missing = Refusal(
        verb="refuse",
        at="name",
        rule="required",
        limit=repr("to the client or to the call") if parameter.client else "None",
        value="None",
        words="words" if words else "None",
        schema=literal(origin),
    )
    more: tuple[Statement, ...] = ()
    if is_segment(context, parameter) and parameter.location == "path":
        checks.imports.add(Import(".._support.encoding", "is_segment"))
        shown = "value"
        if parameter.name in checks.secrets:
            shown = "MASKED"
            checks.imports.add(Import(".._support.models", "MASKED"))
        refusal = replace(missing, rule="segment", limit="None", value=shown)
        more = (Check(test=Matches("is_segment", "value"), refusal=refusal),)
    return checks.of_property(
        parameter.name,
        described(parameter.schema, words),
        object_subject(origin),
        missing if parameter.required else None,
        more=more,
    )
