"""Components that are no records -> their types, by names that can be imported."""

from __future__ import annotations

from . import plan
from .annotations import for_name
from .context import Context
from .plan import Import

__all__ = ["plan_types"]

_ALIAS = Import("typing", "TypeAlias")


def plan_types(context: Context) -> tuple[plan.NamedType, ...]:
    """The types of unions, enumerations, lists and mappings that have names."""
    planned = []
    for (component, way), shape in context.names.types.items():
        name = context.names.type_name(component, way)
        assert name is not None
        source = for_name(component, shape, context.names, context.formats, way)
        schema = context.telling(context.api.schemas[component])
        planned.append(
            plan.NamedType(
                module=name.module.removeprefix("..types."),
                name=name.name,
                docs=schema.description or schema.title or "",
                imports=tuple(sorted({_ALIAS, *source.imports})),
                source=source.text,
            )
        )
    return tuple(sorted(planned, key=lambda one: one.module))
