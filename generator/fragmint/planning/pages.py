"""Paginated operations: the declaration in Python's names, and the type of an item."""

from __future__ import annotations

from ..meaning.api import Operation, Step
from . import plan
from .annotations import for_response
from .context import Context
from .literals import literal
from .models import output_names
from .plan import Import

__all__ = ["AT_ONCE", "plan_pages"]

AT_ONCE = "The pages are fetched one after another, as their items are asked for."
_CLASSES = {
    "cursor": "ByCursor",
    "page": "ByPage",
    "offset": "ByOffset",
    "uri": "ByUri",
    "link": "ByLink",
}
_STARTS = {"page": 1, "offset": 0}


def plan_pages(context: Context, operation: Operation) -> plan.Pages | None:
    """How the answers of `operation` go on in further ones, if they do."""
    declared = operation.pagination
    if declared is None:
        return None
    kind = _CLASSES[declared.by]
    given = []
    if declared.parameter is not None:
        spelled = context.names.arguments(operation)
        given.append(literal(spelled[f"query {declared.parameter}"]))
    if declared.next:
        given.append(literal(_path(context, declared.next)))
    if declared.items:
        given.append(f"items={literal(_path(context, declared.items))}")
    if declared.start != _STARTS.get(declared.by, declared.start):
        given.append(f"start={declared.start}")
    item = for_response(declared.item, context.names, context.formats)
    return plan.Pages(
        source=f"{kind}({', '.join(given)})",
        item=item.text,
        imports=tuple(sorted(item.imports)),
        scheme=Import(".._support.pagination", kind),
    )


def _path(context: Context, steps: tuple[Step, ...]) -> str:
    """The fields of models that lead there, dotted."""
    return ".".join(output_names(context, one.record)[one.name] for one in steps)
