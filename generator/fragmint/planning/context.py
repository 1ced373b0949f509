"""What the planning of one package shares: the description, and what was planned."""

from __future__ import annotations

from ..diagnostics import Problem
from ..meaning.api import Api
from ..meaning.rules import Reference, Schema
from ..reading import Description, Pointer
from . import plan
from .checks import Checks
from .composition import described
from .names import function, snake
from .plan import Import

__all__ = ["Context"]

_CHECK_IMPORTS = frozenset(
    {
        Import("collections.abc", "Mapping"),
        Import("typing", "Any"),
        Import(".._support.violations", "Found"),
    }
)


class Context:
    """The models and validators planned so far, by module, and the problems found."""

    def __init__(self, api: Api, description: Description) -> None:
        self.api = api
        self.description = description
        self.problems: list[Problem] = []
        self.models: dict[str, plan.Model] = {}
        self.validators: dict[str, plan.Validator] = {}
        self.predicates: set[str] = set()

    def checks(self) -> Checks:
        """A compiler for the rules of one more module."""
        return Checks(self.api, self.description)

    def validator(
        self,
        module: str,
        title: str,
        checks: Checks,
        functions: tuple[plan.CheckFunction, ...] = (),
        predicates: tuple[plan.PredicateFunction, ...] = (),
    ) -> None:
        """Plan a module of rules, and the predicates that it calls."""
        self.problems += checks.problems
        made = self.validators.get(module)
        if made is not None and (made.title, made.checks, made.predicates) != (
            title,
            functions,
            predicates,
        ):
            message = f"the rules of {made.title!r} and {title!r} are both {module}"
            self.problems.append(Problem("name-collision", message, None))
        self.validators[module] = plan.Validator(
            module=module,
            title=title,
            imports=tuple(
                sorted(checks.imports | (_CHECK_IMPORTS if functions else set()))
            ),
            checks=functions,
            predicates=predicates,
        )
        for name in sorted(checks.predicates - self.predicates):
            self.predicates.add(name)
            self._predicate(name)

    def _predicate(self, name: str) -> None:
        schema = self.api.schemas[name]
        checks = self.checks()
        module = snake(name)
        predicate = plan.PredicateFunction(
            name=function("is", name),
            about=f"{name} ({schema.origin})",
            test=checks.test(schema, "value"),
        )
        self.validator(module, name, checks, predicates=(predicate,))

    def telling(self, schema: Schema) -> Schema:
        """`schema`, with the words of what it refers to where it has none."""
        for rule in schema.rules:
            if isinstance(rule, Reference) and schema.description is None:
                return described(schema, self.api.schemas[rule.name].description)
        return schema

    def distinct(self, fields: list[plan.Field], pointer: Pointer) -> None:
        """Note a problem where two fields would have one name."""
        seen: dict[str, str] = {}
        for field in fields:
            if field.name in seen:
                pair = f"{seen[field.name]!r} and {field.wire_name!r}"
                message = f"{pair} would both be called {field.name}"
                place = self.description.place(pointer, key=True)
                self.problems.append(Problem("name-collision", message, place))
            seen[field.name] = field.wire_name

    def unsupported(self, what: str, pointer: Pointer, hint: str | None = None) -> None:
        """Note that `what` has no form in Python yet."""
        place = self.description.place(pointer, key=True)
        message = f"{what} is not understood yet"
        self.problems.append(Problem("unsupported", message, place, hint))
