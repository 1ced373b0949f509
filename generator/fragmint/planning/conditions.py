"""Rules -> tests: whether a rule holds, which is what `if` and `not` ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from ..diagnostics import Problem, did_you_mean
from ..meaning.api import Api
from ..meaning.rules import (
    AllOf,
    Assertion,
    If,
    Items,
    Never,
    Not,
    Properties,
    Reference,
    Required,
    Rule,
    Schema,
    Type,
)
from ..reading import JSON, Description, Pointer
from .literals import literal
from .names import function, snake
from .patterns import Untranslatable, translate
from .plan import (
    Constant,
    Every,
    Has,
    Import,
    IsType,
    Keyword,
    Matches,
    Negated,
    Some,
    Test,
)

__all__ = ["ANY_TYPE", "Conditions", "spread"]

CHECKED_FORMATS = {"uri": "is_uri"}
"""Formats that are asserted, and the function that does it."""

ANY_TYPE = frozenset(
    {"array", "boolean", "integer", "null", "number", "object", "string"}
)


class Conditions:
    """Compiles the rules of one module to tests; collects its imports and problems.

    `predicates` are the components whose predicate functions are called, `known` the
    properties of the object that the rules are about and `secrets` the secret ones.
    """

    def __init__(self, api: Api, description: Description) -> None:
        self.api = api
        self.description = description
        self.imports: set[Import] = set()
        self.predicates: set[str] = set()
        self.problems: list[Problem] = []
        self.known: set[str] = set()
        self.secrets: set[str] = set()
        self.steps = 0

    def describes(self, name: str, pointer: Pointer) -> None:
        """Note a problem where the object has no property `name`."""
        if name not in self.known:
            close = did_you_mean(name, sorted(self.known))
            message = f"no property {name!r} is described"
            hint = f"did you mean {close}?" if close else "describe it in properties"
            place = self.description.place(pointer)
            self.problems.append(Problem("unknown-property", message, place, hint))

    def test(
        self, schema: Schema, value: str, known: frozenset[str] = ANY_TYPE
    ) -> Test:
        """Whether the expression `value`, of the types `known`, satisfies `schema`."""
        typed = [spread(r.types) for r in schema.rules if isinstance(r, Type)]
        types = known.intersection(*typed)
        if not types:
            return Constant(False)
        tests = [
            test
            for rule in schema.rules
            if not (isinstance(rule, Type) and known <= spread(rule.types))
            and (test := self._test(rule, schema, value, types)) is not None
        ]
        return tests[0] if len(tests) == 1 else Every(tuple(tests))

    def _test(
        self, rule: Rule, schema: Schema, value: str, types: frozenset[str]
    ) -> Test | None:
        match rule:
            case Type(types=wanted):
                return self.is_type(value, wanted)
            case Assertion():
                test = self.keyword(rule, value, types)
                asked = self.guard(rule, value, types)
                if test is None or asked is None:
                    return test
                return Some((Negated(asked), test))
            case Required(names=names):
                looked_at = _looked_at(schema)
                for name in names:
                    self.describes(name, rule.pointer)
                missing = tuple(Has(n) for n in names if n not in looked_at)
                return Every(missing) if missing else None
            case Properties(schemas=schemas):
                if value != "fields":
                    self.unsupported("a condition on an inner object", rule.pointer)
                    return None
                required = _required(schema)
                for name, one in schemas:
                    self.describes(name, one.pointer)
                return Every(
                    tuple(self._property(name, one, required) for name, one in schemas)
                )
            case Reference(name=name):
                predicate = function("is", name)
                self.imports.add(Import(f".{snake(name)}", predicate))
                self.predicates.add(name)
                return Matches(predicate, value)
            case Not(schema=one):
                return Negated(self.test(one, value, types))
            case AllOf(schemas=schemas):
                return Every(tuple(self.test(one, value, types) for one in schemas))
            case Never():
                return Constant(False)
            case If() | Items():
                self.unsupported("this keyword in a condition", rule.pointer)
                return None
            case _:
                assert_never(rule)

    def _property(self, name: str, schema: Schema, required: set[str]) -> Test:
        inner = self.test(schema, f"fields[{name!r}]")
        tests = (inner,) if inner != Every(()) else ()
        if name in required:
            return Every((Has(name), *tests))
        return Some((Negated(Has(name)), inner))

    def keyword(
        self, rule: Assertion, value: str, types: frozenset[str]
    ) -> Test | None:
        """The test of a keyword, of a value of `types`; None if it asserts nothing."""
        keyword, limit = rule.keyword, rule.limit
        match keyword:
            case "pattern":
                try:
                    expression = _regex(translate(str(limit)))
                except Untranslatable as error:
                    message = f"Python cannot match this as ECMA-262 does: {error}"
                    self.problem("unsupported-pattern", message, rule.pointer)
                    return None
                self.imports.add(Import(".._support.formats", "pattern"))
                return Keyword("pattern", value, expression)
            case "format":
                if limit not in CHECKED_FORMATS:
                    return None
                check = CHECKED_FORMATS[str(limit)]
                self.imports.add(Import(".._support.formats", check))
                return Matches(check, value)
            case "const" | "enum":
                return self._equality(rule, value, types)
            case _:
                return Keyword(keyword, value, literal(limit))

    def _equality(self, rule: Assertion, value: str, types: frozenset[str]) -> Test:
        limit = rule.limit
        if isinstance(limit, bool) or limit is None:
            return Keyword("is", value, literal(limit))
        if isinstance(limit, str):
            return Keyword("const", value, literal(limit))
        values: list[JSON] = limit if isinstance(limit, list) else [limit]
        # `in` compares as Python does, which differs from JSON for true and 1.
        numbers = types & {"integer", "number"}
        plain = all(
            v is None or isinstance(v, str) or (isinstance(v, bool) and not numbers)
            for v in values
        )
        if rule.keyword == "enum" and plain:
            return Keyword("enum", value, literal(limit))
        self.imports.add(Import(".._support.formats", "among"))
        return Keyword("among", value, literal(values))

    def is_type(self, value: str, types: tuple[str, ...]) -> Test:
        for type_ in {"integer", "number"} & set(types):
            self.imports.add(Import(".._support.formats", f"is_{type_}"))
        if "array" in types:
            self.imports.add(Import(".._support.formats", "is_list"))
        return IsType(value, types)

    def guard(self, rule: Assertion, value: str, types: frozenset[str]) -> Test | None:
        """The test that a keyword applies to a value of `types`; None where it does."""
        wanted = rule.applies_to
        if wanted is None or types <= spread((wanted,)):
            return None
        return self.is_type(value, (wanted,))

    def unsupported(self, what: str, pointer: Pointer) -> None:
        """Note that `what` has no form in Python yet."""
        self.problem("unsupported", f"{what} is not understood yet", pointer)

    def problem(self, code: str, message: str, pointer: Pointer) -> None:
        """Note a problem at `pointer`."""
        place = self.description.place(pointer, key=True)
        self.problems.append(Problem(code, message, place))


def spread(types: Iterable[str]) -> frozenset[str]:
    """`types`, and that an integer is a number."""
    found = frozenset(types)
    return found | {"integer"} if "number" in found else found


def _required(schema: Schema) -> set[str]:
    return {n for r in schema.rules if isinstance(r, Required) for n in r.names}


def _looked_at(schema: Schema) -> set[str]:
    return {
        name
        for rule in schema.rules
        if isinstance(rule, Properties)
        for name, _ in rule.schemas
    }


def _regex(expression: str) -> str:
    """`expression` as a raw literal, where it can be one."""
    plain = expression.isprintable() and not {'"', "\n"} & set(expression)
    if plain and expression[-1:] != "\\":
        return f'r"{expression}"'
    return literal(expression)
