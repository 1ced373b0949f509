"""Rules -> tests: whether a rule holds, which is what `if` and `not` ask."""

from __future__ import annotations

from typing import assert_never

from ..diagnostics import Problem
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
from .names import snake
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

__all__ = ["ANY_TYPE", "Conditions", "guard"]

CHECKED_FORMATS = {"uri": "is_uri"}
"""Formats that are asserted, and the function that does it."""

ANY_TYPE = frozenset(
    {"array", "boolean", "integer", "null", "number", "object", "string"}
)


class Conditions:
    """Compiles the rules of one module to tests; collects its imports and problems.

    `predicates` are the components whose predicate functions are called.
    """

    def __init__(self, api: Api, description: Description) -> None:
        self.api = api
        self.description = description
        self.imports: set[Import] = set()
        self.predicates: set[str] = set()
        self.problems: list[Problem] = []

    def test(self, schema: Schema, value: str) -> Test:
        """Whether the expression `value` satisfies `schema`."""
        required = {
            name for r in schema.rules if isinstance(r, Required) for name in r.names
        }
        tests = [
            test
            for rule in schema.rules
            if (test := self._test(rule, schema, value, required)) is not None
        ]
        return tests[0] if len(tests) == 1 else Every(tuple(tests))

    def _test(
        self, rule: Rule, schema: Schema, value: str, required: set[str]
    ) -> Test | None:
        match rule:
            case Type(types=types):
                # Only the object of a check function is known to be what it is.
                return None if value == "fields" else self.is_type(value, types)
            case Assertion():
                typed = [r.types for r in schema.rules if isinstance(r, Type)]
                known = frozenset(typed[0]) if typed else ANY_TYPE
                test = self.keyword(rule, value, known)
                asked = guard(rule, value, known)
                if test is None or asked is None:
                    return test
                return Some((Negated(asked), test))
            case Required(names=names):
                looked_at = {
                    name
                    for r in schema.rules
                    if isinstance(r, Properties)
                    for name, _ in r.schemas
                }
                wanted = tuple(Has(n) for n in names if n not in looked_at)
                return Every(wanted) if wanted else None
            case Properties(schemas=schemas):
                if value != "fields":
                    self.unsupported("a condition on an inner object", rule.pointer)
                return Every(
                    tuple(self._property(name, one, required) for name, one in schemas)
                )
            case Reference(name=name):
                function = f"is_{snake(name)}"
                self.imports.add(Import(f".{snake(name)}", function))
                self.predicates.add(name)
                return Matches(function, value)
            case Not(schema=one):
                return Negated(self.test(one, value))
            case AllOf(schemas=schemas):
                return Every(tuple(self.test(one, value) for one in schemas))
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
                    self._problem("unsupported-pattern", message, rule.pointer)
                    return None
                self.imports.add(Import(".._support.formats", "pattern"))
                return Keyword("pattern", value, expression)
            case "format":
                if limit not in CHECKED_FORMATS:
                    return None
                function = CHECKED_FORMATS[str(limit)]
                self.imports.add(Import(".._support.formats", function))
                return Matches(function, value)
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
        for type_ in ("integer", "number"):
            if type_ in types:
                self.imports.add(Import(".._support.formats", f"is_{type_}"))
        return IsType(value, types)

    def unsupported(self, what: str, pointer: Pointer) -> None:
        self._problem("unsupported", f"{what} is not understood yet", pointer)

    def _problem(self, code: str, message: str, pointer: Pointer) -> None:
        place = self.description.place(pointer, key=True)
        self.problems.append(Problem(code, message, place))


def guard(rule: Assertion, value: str, types: frozenset[str]) -> Test | None:
    """The test that a keyword applies to a value of `types`; None where it does."""
    wanted = rule.applies_to
    if wanted is None:
        return None
    kinds = {"number", "integer"} if wanted == "number" else {wanted}
    return None if types <= kinds else IsType(value, (wanted,))


def _regex(expression: str) -> str:
    """`expression` as a raw literal, where it can be one."""
    plain = expression.isprintable() and not {'"', "\n"} & set(expression)
    return (
        f'r"{expression}"' if plain and expression[-1:] != "\\" else literal(expression)
    )
