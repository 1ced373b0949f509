"""Rules -> statements and tests of Python, still as data.

A rule is wanted in two forms. As a statement it tells what is broken; as a test it only
tells whether it holds, which is what `if` and `not` ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from .literals import escaped, literal
from .names import snake
from .patterns import Untranslatable, translate
from .plan import (
    Check,
    Constant,
    Demand,
    Each,
    Every,
    Has,
    Import,
    IsType,
    Keyword,
    Matches,
    Negated,
    Present,
    Quote,
    Refusal,
    Some,
    Statement,
    Test,
    TypeCheck,
    When,
)

__all__ = ["Checks", "object_subject", "sets_allowed"]

CHECKED_FORMATS = {"uri": "is_uri"}
"""Formats that are asserted, and the function that does it."""

ANY_TYPE = frozenset(
    {"array", "boolean", "integer", "null", "number", "object", "string"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the rules being compiled look at.

    `value` and `at` are the expressions of the value and of where it stands; `types`
    those it can still be of; `schema` is the object's origin and `name` the property's
    wire name; `words` is the expression that quotes the description; `elsewhere` is the
    schema that the variable `schema` points to.
    """

    value: str
    at: str
    types: frozenset[str]
    schema: str
    name: str
    words: str
    secret: bool = False
    elsewhere: str | None = None


class Checks:
    """Compiles the rules of one module and collects its imports and problems."""

    def __init__(self, api: Api, description: Description) -> None:
        self.api = api
        self.description = description
        self.imports: set[Import] = set()
        self.predicates: set[str] = set()
        self.problems: list[Problem] = []

    # --- statements ---------------------------------------------------------------

    def of_object(self, schema: Schema) -> tuple[Statement, ...]:
        """What to do with an object, which the function has as `fields`."""
        return tuple(self._statements(schema, object_subject(schema.origin)))

    def of_property(
        self,
        name: str,
        schema: Schema,
        outer: Subject,
        missing: Refusal | None = None,
        more: tuple[Statement, ...] = (),
    ) -> Present:
        """What to do with the property `name` of the object `outer`, if it is there."""
        words = self._words(schema)
        subject = replace(
            outer,
            value="value",
            at="name",
            types=ANY_TYPE,
            name=name,
            words="words" if words else outer.words,
            secret=schema.format == "password",
        )
        statements = tuple(self._statements(schema, subject))
        # Rules that all stand in one other schema name it once.
        elsewhere = {r.schema for r in _refusals(statements) if r.schema is not None}
        schema_literal = None
        if len(elsewhere) == 1:
            (schema_literal,) = elsewhere
            subject = replace(subject, elsewhere=schema_literal)
            statements = tuple(self._statements(schema, subject))
        if missing is not None:
            missing = replace(missing, at="name", words=subject.words)
        return Present(
            name=name,
            words=words,
            schema=schema_literal,
            missing=missing,
            statements=(*statements, *more),
        )

    def _statements(self, schema: Schema, subject: Subject) -> Iterator[Statement]:
        types = next((r for r in schema.rules if isinstance(r, Type)), None)
        rest = [r for r in schema.rules if r is not types]
        if types is None or subject.value == "fields":
            yield from self._each(rest, schema, subject)
            return
        narrowed = frozenset(types.types)
        inner = replace(subject, types=subject.types & narrowed)
        refusal = self._refusal(types.pointer, "type", _limit(types), schema, subject)
        yield TypeCheck(
            test=self._is_type(subject.value, types.types),
            refusal=refusal,
            statements=tuple(self._each(rest, schema, inner)),
        )

    def _each(
        self, rules: list[Rule], schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        for rule in rules:
            yield from self._statement(rule, schema, subject)

    def _statement(
        self, rule: Rule, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        match rule:
            case Assertion():
                yield from self._assertion(rule, schema, subject)
            case Required(names=names):
                described = _property_names(schema)
                for name in names:
                    if name not in described:
                        missing = self._missing(name, rule.pointer, schema, subject)
                        yield Demand(name=name, refusal=missing)
            case Properties(schemas=schemas):
                required = {n: r for r in schema.rules for n in _required(r)}
                for name, one in schemas:
                    demand = None
                    if name in required:
                        at = required[name].pointer
                        demand = self._missing(name, at, schema, subject)
                    if one.rules or demand:
                        yield self._present(name, one, schema, subject, demand)
            case Items(schema=one):
                item = replace(
                    subject, value="item", at="(name, index)", types=ANY_TYPE
                )
                statements = tuple(self._statements(one, item))
                if subject.value != "value":
                    self._unsupported("a list within a list", rule.pointer)
                elif statements:
                    yield Each(statements=statements)
            case AllOf(schemas=schemas):
                for one in schemas:
                    yield from self._statements(_severe_as(one, schema), subject)
            case If():
                yield from self._if(rule, schema, subject)
            case Not(schema=one):
                refusal = self._refusal(rule.pointer, "not", "None", schema, subject)
                test = Negated(self.test(one, subject.value))
                yield Check(test=test, refusal=refusal)
            case Reference(name=name):
                target = _severe_as(self.api.schemas[name], schema)
                yield from self._statements(target, subject)
            case Never():
                at = (*rule.pointer, "false")  # it is the schema, not a keyword in one
                refusal = self._refusal(at, "false", "None", schema, subject)
                yield Check(test=Constant(False), refusal=refusal)
            case Type():
                pass  # looked at first
            case _:
                assert_never(rule)

    def _present(
        self,
        name: str,
        one: Schema,
        parent: Schema,
        subject: Subject,
        missing: Refusal | None,
    ) -> Statement:
        if subject.value != "fields":
            self._unsupported("an object within an object here", one.pointer)
        return self.of_property(name, _severe_as(one, parent), subject, missing)

    def _missing(
        self, name: str, pointer: Pointer, schema: Schema, subject: Subject
    ) -> Refusal:
        origin = self.description.origin(pointer[:-1])
        return Refusal(
            verb="advise" if schema.advice else "refuse",
            at=literal(name),
            rule="required",
            limit="None",
            value="None",
            words=subject.words,
            schema=None if origin == subject.schema else literal(origin),
        )

    def _if(self, rule: If, schema: Schema, subject: Subject) -> Iterator[Statement]:
        test = self.test(rule.condition, subject.value)
        quotes = self._quotes(schema)
        yield from quotes
        outer = replace(subject, words="words") if quotes else subject
        branches: list[tuple[Statement, ...]] = []
        for branch in (rule.then, rule.otherwise):
            if branch is None:
                branches.append(())
                continue
            quotes = self._quotes(branch)
            inner = replace(outer, words="words") if quotes else outer
            statements = self._statements(_severe_as(branch, schema), inner)
            branches.append((*quotes, *statements))
        then, otherwise = branches
        if then:
            yield When(test=test, then=then, otherwise=otherwise)
        elif otherwise:
            yield When(test=Negated(test), then=otherwise, otherwise=())

    def _quotes(self, schema: Schema) -> tuple[Statement, ...]:
        words = self._words(schema)
        return () if words is None else (Quote(words=words),)

    def _assertion(
        self, rule: Assertion, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        test = self._keyword(rule, subject.value, subject.types)
        if test is None:
            return
        guard = _guard(rule, subject)
        if guard is not None:
            test = Some((Negated(guard), test))
        rule_name = "enum" if rule.keyword == "const" else rule.keyword
        limit = literal(rule.limit)
        refusal = self._refusal(rule.pointer, rule_name, limit, schema, subject)
        if isinstance(rule.limit, list):
            refusal = replace(refusal, limit="allowed")
            if isinstance(test, Keyword):
                test = replace(test, limit="allowed")
            yield Check(test=test, refusal=refusal, allowed=limit)
        else:
            yield Check(test=test, refusal=refusal)

    def _refusal(
        self, pointer: Pointer, rule: str, limit: str, schema: Schema, subject: Subject
    ) -> Refusal:
        origin = self.description.origin(pointer[:-1])
        own = f"{subject.schema}/properties/{escaped(subject.name)}"
        if subject.value == "item":
            own += "/items"
        schema_ = None if origin == own else literal(origin)
        secret = "MASKED" if subject.secret else subject.value
        if subject.secret:
            self.imports.add(Import(".._support.models", "MASKED"))
        return Refusal(
            verb="advise" if schema.advice else "refuse",
            at=subject.at,
            rule=rule,
            limit=limit,
            value=secret,
            words=subject.words,
            schema="schema" if schema_ and schema_ == subject.elsewhere else schema_,
        )

    def _words(self, schema: Schema) -> str | None:
        """The description of `schema`, else of what it refers to."""
        if schema.description is not None:
            return " ".join(schema.description.split())
        for rule in schema.rules:
            if isinstance(rule, Reference):
                return self._words(self.api.schemas[rule.name])
        return None

    # --- tests --------------------------------------------------------------------

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
                return None if value == "fields" else self._is_type(value, types)
            case Assertion():
                typed = [r.types for r in schema.rules if isinstance(r, Type)]
                known = frozenset(typed[0]) if typed else ANY_TYPE
                test = self._keyword(rule, value, known)
                guard = _guard(rule, _only(value, known))
                if test is None or guard is None:
                    return test
                return Some((Negated(guard), test))
            case Required(names=names):
                asked = {
                    name
                    for r in schema.rules
                    if isinstance(r, Properties)
                    for name, _ in r.schemas
                }
                wanted = tuple(Has(n) for n in names if n not in asked)
                return Every(wanted) if wanted else None
            case Properties(schemas=schemas):
                if value != "fields":
                    self._unsupported("a condition on an inner object", rule.pointer)
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
                self._unsupported("this keyword in a condition", rule.pointer)
                return None
            case _:
                assert_never(rule)

    def _property(self, name: str, schema: Schema, required: set[str]) -> Test:
        inner = self.test(schema, f"fields[{name!r}]")
        tests = (inner,) if inner != Every(()) else ()
        if name in required:
            return Every((Has(name), *tests))
        return Some((Negated(Has(name)), inner))

    def _keyword(
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

    def _is_type(self, value: str, types: tuple[str, ...]) -> Test:
        for type_ in ("integer", "number"):
            if type_ in types:
                self.imports.add(Import(".._support.formats", f"is_{type_}"))
        return IsType(value, types)

    def _unsupported(self, what: str, pointer: Pointer) -> None:
        self._problem("unsupported", f"{what} is not understood yet", pointer)

    def _problem(self, code: str, message: str, pointer: Pointer) -> None:
        place = self.description.place(pointer, key=True)
        self.problems.append(Problem(code, message, place))


def _guard(rule: Assertion, subject: Subject) -> Test | None:
    """The test that a keyword applies at all; None where that is known."""
    wanted = rule.applies_to
    if wanted is None:
        return None
    kinds = {"number", "integer"} if wanted == "number" else {wanted}
    return None if subject.types <= kinds else IsType(subject.value, (wanted,))


def object_subject(origin: str) -> Subject:
    """The object that a check function has as `fields`; its schema is at `origin`."""
    return Subject(
        value="fields",
        at="",
        types=frozenset({"object"}),
        schema=origin,
        name="",
        words="None",
    )


def _only(value: str, types: frozenset[str]) -> Subject:
    return Subject(value=value, at="", types=types, schema="", name="", words="")


def _severe_as(schema: Schema, outer: Schema) -> Schema:
    """A part of `outer`, which is advice if `outer` is."""
    return replace(schema, advice=schema.advice or outer.advice)


def _refusals(statements: tuple[Statement, ...]) -> Iterator[Refusal]:
    for statement in statements:
        match statement:
            case Check(refusal=refusal) | Demand(refusal=refusal):
                yield refusal
            case TypeCheck(refusal=refusal, statements=inner):
                yield refusal
                yield from _refusals(inner)
            case Each(statements=inner):
                yield from _refusals(inner)
            case When(then=then, otherwise=otherwise):
                yield from _refusals(then + otherwise)
            case Present() | Quote():
                pass  # names its own, or nothing
            case _:
                assert_never(statement)


def sets_allowed(statements: tuple[Statement, ...]) -> bool:
    """Whether any of `statements` sets the variable `allowed`."""
    for statement in statements:
        match statement:
            case Check(allowed=allowed):
                if allowed is not None:
                    return True
            case TypeCheck() | Each() | Present():
                if sets_allowed(statement.statements):
                    return True
            case When(then=then, otherwise=otherwise):
                if sets_allowed(then + otherwise):
                    return True
            case Demand() | Quote():
                pass
            case _:
                assert_never(statement)
    return False


def _property_names(schema: Schema) -> set[str]:
    return {
        name
        for rule in schema.rules
        if isinstance(rule, Properties)
        for name, _ in rule.schemas
    }


def _required(rule: Rule) -> tuple[str, ...]:
    return rule.names if isinstance(rule, Required) else ()


def _regex(expression: str) -> str:
    """`expression` as a raw literal, where it can be one."""
    plain = expression.isprintable() and not {'"', "\n"} & set(expression)
    return (
        f'r"{expression}"' if plain and expression[-1:] != "\\" else literal(expression)
    )


def _limit(rule: Type) -> str:
    return literal(rule.types[0] if len(rule.types) == 1 else list(rule.types))
