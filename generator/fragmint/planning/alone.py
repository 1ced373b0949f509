"""The rules of a schema and of all that it refers to, as one module."""

from __future__ import annotations

from dataclasses import replace

from ..meaning.rules import Schema
from . import plan
from .context import Context
from .plan import Import

__all__ = ["Alone"]

_MODULE = "schema"
_RUNTIME = ".._support"


class Alone(Context):
    """Plans functions that stand beside one another and need no package."""

    def _function(self, schema: Schema, kind: str) -> Import:
        return replace(
            super()._function(schema, kind), module=f"..validators.{_MODULE}"
        )

    def module(self, schema: Schema, runtime: str) -> tuple[plan.Validator, str]:
        """The module that checks `schema`, and the function in it that does.

        Args:
            schema: One of the components.
            runtime: Where the module finds what every package carries in `_support`.
        """
        name = self.check(schema).name
        checks = self.checks(self.names.validator(schema).title)
        functions: dict[str, plan.CheckFunction] = {}
        predicates: dict[str, plan.PredicateFunction] = {}
        for one, kinds in self.unplanned():
            names = self.names.validator(one)
            about = f"{names.title} ({one.origin})"
            predicate = names.function("is")
            if "is" in kinds and predicate not in predicates:
                predicates[predicate] = checks.predicate(about, one, predicate)
            if "check" in kinds and names.check not in functions:
                functions[names.check] = checks.of_value(one, names.check, about)
        self.validator(
            _MODULE,
            checks.title,
            checks,
            tuple(functions.values()),
            tuple(predicates.values()),
        )
        self.settle()
        planned = self.validators[_MODULE]
        imports = tuple(
            (
                replace(one, module=runtime + one.module.removeprefix(_RUNTIME))
                if one.module.startswith(_RUNTIME)
                else one
            )
            for one in planned.imports
        )
        return replace(planned, imports=imports), name
