"""Rules -> statements: what is broken, and what to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

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
from ..reading import Pointer
from .composition import is_secret, properties
from .conditions import ANY_TYPE, Conditions, spread
from .literals import escaped, literal
from .plan import (
    Check,
    Constant,
    Demand,
    Each,
    Import,
    Keyword,
    Negated,
    Present,
    Refusal,
    Some,
    Statement,
    TypeCheck,
    When,
)

__all__ = ["Checks", "object_subject", "sets_allowed"]


MOST_STEPS = 50_000
"""How many rules a module can have, those of what it refers to each time anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the rules being compiled look at.

    `value` and `at` are the expressions of the value and of where it stands; `types`
    those it can still be of; `schema` is the object's origin and `name` the property's
    wire name; `words` is the expression that quotes the description; `elsewhere` is the
    schema that the variable `schema` points to, `quoted` the words to fall back on.
    """

    value: str
    at: str
    types: frozenset[str]
    schema: str
    name: str
    words: str
    secret: bool = False
    elsewhere: str | None = None
    quoted: str | None = None


class Checks(Conditions):
    """Compiles the rules of one module to statements."""

    def of_object(self, schema: Schema) -> tuple[Statement, ...]:
        """What to do with an object, which the function has as `fields`."""
        described = properties(schema, self.api)
        self.known = {name for name, _ in described}
        self.secrets = {name for name, one in described if is_secret(one, self.api)}
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
        words = self._words(schema) or outer.quoted
        subject = replace(
            outer,
            value="value",
            at="name",
            types=ANY_TYPE,
            name=name,
            words="words" if words else "None",
            secret=name in self.secrets,
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
        narrowed = spread(types.types)
        inner = replace(subject, types=subject.types & narrowed)
        refusal = self._refusal(types.pointer, "type", _limit(types), schema, subject)
        yield TypeCheck(
            test=self.is_type(subject.value, types.types),
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
        self.steps += 1
        if self.steps > MOST_STEPS:
            if self.steps == MOST_STEPS + 1:
                self.problem(
                    "too-large", "these rules unfold without end", rule.pointer
                )
            return
        match rule:
            case Assertion():
                yield from self._assertion(rule, schema, subject)
            case Required(names=names):
                if subject.value != "fields":
                    self.unsupported("required of an inner object", rule.pointer)
                    return
                described = _property_names(schema)
                for name in names:
                    if name not in described:
                        missing = self._missing(name, rule.pointer, schema, subject)
                        yield Demand(name=name, words=subject.quoted, refusal=missing)
            case Properties(schemas=schemas):
                if subject.value != "fields":
                    self.unsupported("an object within an object here", rule.pointer)
                    return
                required = {n: r for r in schema.rules for n in _required(r)}
                for name, one in schemas:
                    demand = None
                    if name in required:
                        at = required[name].pointer
                        demand = self._missing(name, at, schema, subject)
                    if one.rules or demand:
                        yield self._present(name, one, schema, subject, demand)
            case Items(schema=one):
                if subject.value != "value":
                    self.unsupported("a list here", rule.pointer)
                    return
                item = replace(
                    subject, value="item", at="(name, index)", types=ANY_TYPE
                )
                statements = tuple(self._statements(one, item))
                if not statements:
                    return
                each = _hoisted(statements)
                if subject.types <= {"array"}:
                    yield each
                else:
                    is_list = self.is_type(subject.value, ("array",))
                    yield When(test=is_list, then=(each,), otherwise=())
            case AllOf(schemas=schemas):
                for one in schemas:
                    inner = subject
                    if subject.value == "fields":
                        quoted = self._words(one) or subject.quoted
                        inner = replace(subject, quoted=quoted)
                    yield from self._statements(_severe_as(one, schema), inner)
            case If():
                yield from self._if(rule, schema, subject)
            case Not(schema=one):
                refusal = self._refusal(rule.pointer, "not", "None", schema, subject)
                test = Negated(self.test(one, subject.value, subject.types))
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
        self.describes(name, one.pointer)
        return self.of_property(name, _severe_as(one, parent), subject, missing)

    def _missing(
        self, name: str, pointer: Pointer, schema: Schema, subject: Subject
    ) -> Refusal:
        origin = self.description.origin(pointer[:-1])
        self.describes(name, pointer)
        return Refusal(
            verb="advise" if schema.advice else "refuse",
            at=literal(name),
            rule="required",
            limit="None",
            value="None",
            words="words" if subject.quoted else "None",
            schema=None if origin == subject.schema else literal(origin),
        )

    def _if(self, rule: If, schema: Schema, subject: Subject) -> Iterator[Statement]:
        test = self.test(rule.condition, subject.value, subject.types)
        outer = replace(subject, quoted=self._words(schema) or subject.quoted)
        branches: list[tuple[Statement, ...]] = []
        for branch in (rule.then, rule.otherwise):
            if branch is None:
                branches.append(())
                continue
            inner = replace(outer, quoted=self._words(branch) or outer.quoted)
            statements = self._statements(_severe_as(branch, schema), inner)
            branches.append(tuple(statements))
        then, otherwise = branches
        if then:
            yield When(test=test, then=then, otherwise=otherwise)
        elif otherwise:
            yield When(test=Negated(test), then=otherwise, otherwise=())

    def _assertion(
        self, rule: Assertion, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        test = self.keyword(rule, subject.value, subject.types)
        if test is None:
            return
        asked = self.guard(rule, subject.value, subject.types)
        if asked is not None:
            test = Some((Negated(asked), test))
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
        if not subject.at:
            self.unsupported("this keyword, of the object itself,", pointer)
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
            case Present():
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
            case Each(allowed=allowed, statements=inner):
                if allowed is not None or sets_allowed(inner):
                    return True
            case TypeCheck() | Present():
                if sets_allowed(statement.statements):
                    return True
            case When(then=then, otherwise=otherwise):
                if sets_allowed(then + otherwise):
                    return True
            case Demand():
                pass
            case _:
                assert_never(statement)
    return False


def _hoisted(statements: tuple[Statement, ...]) -> Each:
    """A loop of `statements`; what never changes in it is set before it."""
    match statements:
        case (TypeCheck(statements=(Check(allowed=str(allowed)) as only,)) as outer,):
            inner = replace(outer, statements=(replace(only, allowed=None),))
            return Each(allowed=allowed, statements=(inner,))
        case (Check(allowed=str(allowed)) as only,):
            return Each(allowed=allowed, statements=(replace(only, allowed=None),))
        case _:
            return Each(allowed=None, statements=statements)


def _property_names(schema: Schema) -> set[str]:
    return {
        name
        for rule in schema.rules
        if isinstance(rule, Properties)
        for name, _ in rule.schemas
    }


def _required(rule: Rule) -> tuple[str, ...]:
    return rule.names if isinstance(rule, Required) else ()


def _limit(rule: Type) -> str:
    return literal(rule.types[0] if len(rule.types) == 1 else list(rule.types))
