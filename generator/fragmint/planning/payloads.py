"""Webhooks and callbacks: what they bring is read, and checked, as a response is."""

from __future__ import annotations

from ..meaning.api import Payload
from ..meaning.shapes import Record
from . import plan
from .annotations import for_response
from .context import Context
from .decoding import decoder
from .imports import divided
from .media import kind_of
from .plan import Import
from .responses import untold

__all__ = ["plan_payload"]


def plan_payload(context: Context, payload: Payload) -> plan.Payload:
    """The plan of what one webhook or callback brings in one media type."""
    module = context.names.payload(payload)
    imports = {Import(".._support.payloads", "received")}
    types: set[Import] = set()
    kind = kind_of(payload.content.name)
    check = None
    returns, result, schema = "bytes", "body", ""
    told: str | None = None
    if kind == "json":
        returns, result = "Any", "data"
        imports.add(Import("typing", "Any"))
        if payload.content.schema is not None:
            described = context.api.shapes.resolved(payload.content.schema)
            schema = described.origin
            shape = context.api.shapes.of(described)
            annotation = for_response(shape, context.names, context.formats)
            source = decoder(shape, context, context.formats)
            imports |= source.imports
            types |= annotation.imports
            returns = annotation.text
            told = untold(source, annotation)
            if source.text != "as_anything":
                result = f"{source.text}(data)"
            else:
                imports -= source.imports
            if described.rules:
                wanted = context.check(described)
                imports.add(wanted)
                check = wanted.name
            if isinstance(shape, Record):
                read = context.reader(shape)
                result = f"{read.name}(data)"
                imports -= {one for one in imports if one.name == "as_record"}
        if returns != "Any":
            imports.discard(Import("typing", "Any"))
            imports |= {one for one in types if one == Import("typing", "Any")}
    else:
        imports.clear()
    needed, named = divided(imports, types)
    return plan.Payload(
        module=module,
        function=f"parse_{module.rstrip('_')}",
        check=check,
        docs=payload.description or f"What {payload.name} brings.",
        schema=schema,
        imports=needed,
        type_imports=named,
        returns=returns,
        result=plan.Result(kind=None, source=result, annotation=told),
        is_json=kind == "json",
    )
