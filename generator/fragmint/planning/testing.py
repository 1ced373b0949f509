"""What a package has for the tests of those who use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import plan
from .context import Context
from .imports import divided, named_in
from .models import output_names
from .plan import Import
from .samples import Samples

__all__ = ["plan_testing"]


def plan_testing(
    context: Context,
    operations: list[plan.Operation],
    resources: tuple[plan.Resource, ...],
    models: tuple[plan.Model, ...],
    *,
    streams: bool,
) -> plan.Testing:
    """What the module of tests has that is nowhere else in the plan."""
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
    module = "testing_streams" if streams else "testing"
    runtime = {Import("._support", module, "_testing")}
    methods = [method for one in resources for method in one.methods]
    former = [one.former for one in operations]
    former += [one.former for one in models if one.reader]
    former += [one.former for one in resources] + [one.former for one in methods]
    if any(former):
        runtime.add(Import("._support.renames", "warn_renamed"))
    imports, named = divided(runtime, types)
    return plan.Testing(
        imports=imports, type_imports=named, samples=tuple(_samples(context))
    )


def _samples(context: Context) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    samples = Samples(context.api, context.description, context.formats)
    module_of = {context.names.output(r).module: r for r in context.names.asked_in}
    for module, record in sorted(module_of.items()):
        found = samples.of_record(record, output_names(context, record))
        if found:
            yield module, tuple(found.items())


_LIST = Import("typing", "List")
