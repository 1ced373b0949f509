"""Webhooks and callbacks: what they bring is read, and checked, as a response is."""

from __future__ import annotations

from ..meaning.api import Payload
from ..meaning.shapes import Anything
from . import plan
from .annotations import Annotation, for_response
from .context import Context
from .decoding import Source, decoder
from .imports import divided
from .literals import literal
from .media import kind_of
from .plan import Import
from .responses import told

__all__ = ["plan_payload"]


def plan_payload(context: Context, payload: Payload) -> plan.Payload:
    """The plan of what one webhook or callback brings in one media type."""
    module = context.names.payload(payload)
    function = f"parse_{module.rstrip('_')}"
    is_json = kind_of(payload.content.name) == "json"
    source, annotation = Source("body"), Annotation(("bytes",))
    if is_json:
        source, annotation = _of_json(context, function, payload)
    # What only a type checker reads of the source is no more needed than that.
    needed, named = divided(source.imports - annotation.imports, annotation.imports)
    return plan.Payload(
        module=module,
        function=function,
        docs=payload.description or f"What {payload.name} brings.",
        imports=needed,
        type_imports=named,
        returns=annotation.text,
        result=source.text,
        is_json=is_json,
    )


def _of_json(
    context: Context, function: str, payload: Payload
) -> tuple[Source, Annotation]:
    """What checks and decodes JSON, and the type of what comes of it."""
    schema = payload.content.schema
    shape = Anything() if schema is None else context.api.shapes.of(schema)
    annotation = for_response(shape, context.names, context.formats)
    inner = decoder(shape, context, context.formats)
    arguments = f"{literal(function)}, body, {inner.text}"
    imports = {*inner.imports, Import(".._support.payloads", "received")}
    described = schema and context.api.shapes.resolved(schema)
    if described and described.rules:
        check = context.tolerant.check(described)
        arguments += f", {check.name}, {literal(described.origin)}"
        imports.add(check)
    source = Source(f"received({arguments})", frozenset(imports))
    return told(context, source, shape, annotation), annotation
