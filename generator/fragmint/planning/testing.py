"""What a package has for the tests of those who use it."""

from __future__ import annotations

from dataclasses import replace

from . import plan
from .imports import divided, named_in
from .plan import Import

__all__ = ["plan_testing"]


def plan_testing(
    operations: list[plan.Operation],
    resources: tuple[plan.Resource, ...],
    models: tuple[plan.Model, ...],
) -> plan.Testing:
    """What the module of tests imports; all that it says is in the rest of the plan."""
    types = {Import(f".operations.{one.module}", one.class_name) for one in operations}
    types |= {
        Import(f".models.{one.module}", one.class_name) for one in models if one.reader
    }
    for resource in resources:
        for method in resource.methods:
            operation = method.operation
            known = (*operation.imports, *operation.type_imports, _LIST)
            for one in named_in(f"{method.returns} {method.streamed}", known):
                types.add(replace(one, module=one.module.replace("..", ".", 1)))
    imports, named = divided({Import("._support", "testing", "_testing")}, types)
    return plan.Testing(imports=imports, type_imports=named)


_LIST = Import("typing", "List")
