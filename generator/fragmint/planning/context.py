"""What the planning of one package shares: names, and what was asked for and planned.

What one thing needs of another is asked for here by what it is, and planned later: so
models and validators may refer to one another in any order, and in circles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..diagnostics import Problem
from ..meaning.api import Api
from ..meaning.rules import Schema
from ..meaning.shapes import Record
from ..reading import Description, Pointer
from . import plan
from .checks import Checks
from .composition import telling
from .cycles import waiting
from .dividing import called_of, in_parts
from .formats import Asserted, Formats, never
from .imports import divided
from .json_types import TYPE_TESTS
from .namer import Namer
from .plan import Import
from .refusals import nodes_of
from .statements import IsType
from .tolerance import Tolerant

__all__ = ["Context"]

_ANY = Import("typing", "Any")
_FOUND = Import(".._support.violations", "Found")
_GIVEN = Import("collections.abc", "Mapping")


class Context:
    """The models and validators that were asked for and planned, and the problems."""

    def __init__(
        self,
        api: Api,
        description: Description,
        formats: Formats,
        names: Namer,
        asserted: Asserted,
    ) -> None:
        self.api = api
        self.description = description
        self.formats = formats
        self.names = names
        self.asserted = asserted
        self.problems: list[Problem] = []
        self.models: dict[str, plan.Model] = {}
        self.validators: dict[str, plan.Validator] = {}
        self.tolerant = Tolerant(api, asserted, self, self._function)
        self._asked: dict[Pointer, tuple[Schema, set[str]]] = {}
        self._done: dict[Pointer, set[str]] = {}

    # --- what is asked for ------------------------------------------------------------

    def check(self, schema: Schema) -> Import:
        """The function that checks values of `schema`, in a module of its own."""
        return self._function(schema, "check")

    def predicate(self, schema: Schema) -> Import:
        """The function that tells whether a value is what `schema` describes."""
        return self._function(schema, "is")

    def local(self, schema: Schema, taken: Iterable[str]) -> str:
        """A name for a function that checks `schema`, beside those that are `taken`."""
        return self.names.local(schema, taken)

    def _function(self, schema: Schema, kind: str) -> Import:
        names = self.names.validator(schema)
        _, kinds = self._asked.setdefault(schema.pointer, (schema, set()))
        kinds.add(kind)
        return Import(f"..validators.{names.module}", names.function(kind))

    def reader(self, record: Record) -> Import:
        """The function that reads a record from a dict."""
        names = self.names.output(record)
        return Import(f"..models.{names.module}", names.reader)

    def is_record(self, record: Record) -> Import:
        """The function that tells whether a value that comes in is that record."""
        return self.tolerant.predicate(self.api.shapes.records[record.pointer])

    # --- what is planned --------------------------------------------------------------

    def checks(self, title: str) -> Checks:
        """A compiler for the rules of one more module."""
        return Checks(self.api, self.description, self, self.asserted, title)

    def validator(
        self,
        module: str,
        title: str,
        checks: Checks,
        functions: tuple[plan.CheckFunction, ...] = (),
        predicates: tuple[plan.PredicateFunction, ...] = (),
    ) -> None:
        """Plan a module of rules."""
        self.problems += checks.problems
        functions = (*functions, *checks.locals())
        # What turned out to need no test is not imported.
        functions = tuple(
            replace(f, late=called_of(f.late, f.statements)) for f in functions
        )
        predicates = tuple(
            replace(p, late=called_of(p.late, p.test)) for p in predicates
        )
        taken = {f.name for f in functions} | {p.name for p in predicates}
        taken |= {one.name for f in functions for one in f.late}
        taken |= {one.name for p in predicates for one in p.late}
        functions = tuple(part for one in functions for part in in_parts(one, taken))
        imports = {*checks.imports, _ANY, *_type_tests((functions, predicates))}
        if functions:
            imports.add(_FOUND)
        if any(one.given for one in functions):
            imports.add(_GIVEN)
        self.validators[module] = plan.Validator(
            module=module,
            title=title,
            imports=tuple(sorted(imports)),
            checks=functions,
            predicates=predicates,
        )

    def plan_validators(self) -> None:
        """Plan the modules that were asked for, and those that they ask for."""
        for schema, kinds in self.unplanned():
            self._validator(schema, kinds)

    def unplanned(self) -> Iterator[tuple[Schema, set[str]]]:
        """The schemas that were asked for, and those that they ask for meanwhile."""
        while todo := [
            p for p, (_, k) in self._asked.items() if self._done.get(p) != k
        ]:
            for pointer in todo:
                schema, kinds = self._asked[pointer]
                self._done[pointer] = set(kinds)
                yield schema, kinds

    def _validator(self, schema: Schema, kinds: set[str]) -> None:
        names = self.names.validator(schema)
        checks = self.checks(names.title)
        about = f"{names.title} ({schema.origin})"
        tolerant = Checks(self.api, self.description, self.tolerant, never, names.title)
        tolerant.names = checks.names  # they share a module
        functions = tuple(
            one.of_value(schema, names.function(kind), about)
            for one, kind in ((checks, "check"), (tolerant, "tolerate"))
            if kind in kinds
        )
        predicates = tuple(
            one.predicate(said, schema, names.function(kind))
            for one, kind, said in (
                (checks, "is", about),
                (tolerant, "resembles", f"{about}, whatever its formats"),
            )
            if kind in kinds
        )
        checks.problems += tolerant.problems
        checks.imports |= tolerant.imports
        functions += tolerant.locals()
        self.validator(names.module, names.title, checks, functions, predicates)

    def model(
        self, model: plan.Model, runtime: set[Import], types: set[Import]
    ) -> plan.Model:
        """Plan a model, which imports `runtime` and in annotations names `types`."""
        imports, type_imports = divided(runtime, types)
        planned = replace(model, imports=imports, type_imports=type_imports)
        self.models[model.module] = planned
        return planned

    def settle(self) -> None:
        """Have the imports of modules that import one another wait for their use."""
        self._settle_models()
        self._settle_validators()

    def _settle_models(self) -> None:
        prefix = "..models."
        late = waiting(
            {
                module: [
                    one.module.removeprefix(prefix)
                    for one in model.imports
                    if one.module.startswith(prefix)
                ]
                for module, model in self.models.items()
            }
        )
        for module, model in self.models.items():
            waits = [
                one
                for one in model.imports
                if (module, one.module.removeprefix(prefix)) in late
            ]
            self.models[module] = replace(
                model,
                imports=tuple(one for one in model.imports if one not in waits),
                late=tuple(waits),
            )

    def _settle_validators(self) -> None:
        called = {
            module: [
                *_beside((i for f in one.checks for i in f.late), module),
                *_beside((i for f in one.predicates for i in f.late), module),
            ]
            for module, one in self.validators.items()
        }
        late = waiting(
            {m: {i.module[1:] for i in found} for m, found in called.items()}
        )
        for module, validator in self.validators.items():
            waits = {one for one in called[module] if (module, one.module[1:]) in late}
            self.validators[module] = replace(
                validator,
                checks=tuple(
                    replace(
                        f, late=tuple(i for i in _beside(f.late, module) if i in waits)
                    )
                    for f in validator.checks
                ),
                predicates=tuple(
                    replace(
                        f, late=tuple(i for i in _beside(f.late, module) if i in waits)
                    )
                    for f in validator.predicates
                ),
                imports=tuple(sorted({*validator.imports, *called[module]} - waits)),
            )

    # --- words and problems -----------------------------------------------------------

    def telling(self, schema: Schema) -> Schema:
        """`schema`, with the words of what it refers to where it has none."""
        return telling(schema, self.api)

    def warn(
        self, code: str, message: str, pointer: Pointer, hint: str | None = None
    ) -> None:
        """Note that something at `pointer` is less than it seems."""
        place = self.description.place(pointer, key=True)
        self.problems.append(Problem(code, message, place, hint, "warning"))


def _type_tests(value: object) -> Iterator[Import]:
    for one in nodes_of(value):
        for type_ in one.types if isinstance(one, IsType) else ():
            if type_ in TYPE_TESTS:
                yield TYPE_TESTS[type_]


def _beside(imports: Iterable[Import], own: str) -> Iterator[Import]:
    """Imports of validators, as the one called `own` writes them."""
    for one in imports:
        module = one.module.removeprefix("..validators.")
        if module != own:
            yield Import(f".{module}", one.name)
