"""Rules -> statements: what is broken, and what to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from ..meaning.rules import (
    AdditionalProperties,
    AllOf,
    AnyOf,
    Assertion,
    Contains,
    DependentRequired,
    DependentSchemas,
    If,
    Items,
    Never,
    Not,
    OneOf,
    PatternProperties,
    PrefixItems,
    Properties,
    PropertyNames,
    Reference,
    Required,
    Rule,
    Schema,
    Type,
    UnevaluatedItems,
    UnevaluatedProperties,
)
from .binaries import checkable
from .branching import Branching
from .json_types import ANY_TYPE, OBJECT, spread
from .literals import literal
from .plan import Import
from .refusals import hoisted, quotes, refusals
from .saying import of_value
from .statements import (
    Call,
    Check,
    Constant,
    Demand,
    Each,
    EachProperty,
    Every,
    Guard,
    ItemAt,
    Keyword,
    Negated,
    Present,
    Refusal,
    Statement,
    Test,
    TypeCheck,
    When,
)
from .subjects import (
    OF_OBJECTS,
    Subject,
    is_simple,
    item_of,
    looked_at,
    looks_inside,
    property_names,
    severe_as,
)

__all__ = ["Compiler", "needed"]

MOST_STEPS = 50_000
"""How many rules a module can have, those of what it refers to each time anew."""


class Compiler(Branching):
    """Compiles the rules of one module to statements."""

    def of_property(
        self,
        name: str,
        schema: Schema,
        outer: Subject,
        missing: Refusal | None = None,
        more: tuple[Statement, ...] = (),
    ) -> Present:
        """What to do with the property `name` of the object `outer`, if it is there."""
        words = self._words(schema) or outer.around
        subject = replace(
            outer,
            value="value",
            at="name",
            types=ANY_TYPE,
            name=name,
            words="words" if words else "None",
            quoted=None,
            around=outer.around and words,
            secret=name in self.secrets,
        )
        statements = tuple(self._statements(schema, subject))
        # Rules that all stand in one other schema name it once.
        elsewhere = {r.schema for r in refusals(statements) if r.schema is not None}
        schema_literal = None
        if len(elsewhere) == 1:
            (schema_literal,) = elsewhere
            subject = replace(subject, elsewhere=schema_literal)
            statements = tuple(self._statements(schema, subject))
        if missing is not None:
            missing = replace(missing, at="name", words=subject.words, quoted=None)
        everything = (*statements, *more)
        return Present(
            name=name,
            words=words if missing or quotes(everything) else None,
            schema=schema_literal,
            missing=missing,
            statements=everything,
        )

    def _statements(self, schema: Schema, subject: Subject) -> Iterator[Statement]:
        schema = checkable(schema)
        if subject.value != "fields" and looks_inside(schema, subject):
            yield self._call(self.local(schema), schema.origin, subject)
            return
        types = next((r for r in schema.rules if isinstance(r, Type)), None)
        rest = [r for r in schema.rules if r is not types]
        if types is None or subject.types <= spread(types.types):
            yield from self._by_kind(rest, schema, subject)
            return
        inner = replace(subject, types=subject.types & spread(types.types))
        refusal = self._refusal(types.pointer, "type", _limit(types), schema, subject)
        test = self.is_type(subject.value, types.types)
        if subject.at == "()":
            yield Guard(test=test, refusal=refusal)
            yield from self._by_kind(rest, schema, inner)
            return
        yield TypeCheck(
            test=test,
            refusal=refusal,
            statements=tuple(self._by_kind(rest, schema, inner)),
        )

    def _by_kind(
        self, rules: list[Rule], schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        """What `rules` ask of every value, then what they ask of objects alone."""
        rules = [rule for rule in rules if subject.types & looked_at(rule)]
        inside = [rule for rule in rules if isinstance(rule, OF_OBJECTS)]
        if subject.value == "fields" and inside and not subject.types <= OBJECT:
            for rule in rules:
                if rule not in inside:
                    yield from self._statement(rule, schema, subject)
            known = replace(subject, types=OBJECT)
            then = tuple(s for r in inside for s in self._statement(r, schema, known))
            if then:
                is_object = self.is_type("fields", ("object",))
                yield When(test=is_object, then=then, otherwise=())
            return
        for rule in rules:
            yield from self._statement(rule, schema, subject)

    def _statement(
        self, rule: Rule, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        self.steps += 1
        if self.steps > MOST_STEPS:
            if self.steps == MOST_STEPS + 1:
                message = "these rules unfold without end; not all are checked"
                self.warning("too-large", message, rule.pointer)
            return
        match rule:
            case Assertion():
                yield from self._assertion(rule, schema, subject)
            case Required(names=names_):
                described = property_names(schema)
                for name in names_:
                    if name not in described | self.one_way:
                        missing = self._missing(name, rule.pointer, schema, subject)
                        yield Demand(name=name, refusal=missing)
            case Properties(schemas=schemas):
                required = {n: r for r in schema.rules for n in _required(r)}
                for name, one in schemas:
                    demand = None
                    if name in required and name not in self.one_way:
                        at = required[name].pointer
                        demand = self._missing(name, at, schema, subject)
                    if one.rules or demand:
                        yield from needed(
                            self._present(name, one, schema, subject, demand)
                        )
            case PatternProperties(schemas=schemas):
                for expression, one in schemas:
                    test = self.pattern(expression, "name", one.pointer)
                    if test is not None:
                        yield from self._each_property(test, one, schema, subject)
            case AdditionalProperties():
                yield from self._additional(rule, schema, subject)
            case PropertyNames(schema=one):
                asked = self.test(one, "name", frozenset({"string"}))
                named = replace(
                    subject,
                    value="name",
                    at="name",
                    name="*",
                    quoted=self._words(one) or subject.quoted,
                )
                limit = literal(of_value(asked))
                refusal = self._refusal(
                    rule.pointer, "propertyNames", limit, schema, named
                )
                check = Check(test=Constant(False), refusal=refusal)
                yield EachProperty(test=Negated(asked), statements=(check,))
            case DependentRequired() | DependentSchemas():
                yield from self._dependent(rule, schema, subject)
            case PrefixItems(schemas=schemas):
                for index, one in enumerate(schemas):
                    item = self._nearer(one, item_of(subject))
                    statements = tuple(self._statements(one, item))
                    if statements:
                        yield from self._of_list(
                            ItemAt(
                                subject=subject.value,
                                index=index,
                                statements=statements,
                            ),
                            subject,
                        )
            case Items(schema=one, start=start):
                item = self._nearer(one, item_of(subject))
                statements = tuple(self._statements(one, item))
                if statements:
                    if start:
                        self.imports.add(Import("itertools", "islice"))
                    each = hoisted(subject.value, start, statements)
                    yield from self._of_list(each, subject)
            case Contains():
                yield from self._contains(rule, schema, subject)
            case UnevaluatedProperties(schema=one):
                test = self._is_left_over(rule, schema, subject)
                yield from self._each_property(
                    test, one, schema, subject, "unevaluatedProperties"
                )
            case UnevaluatedItems():
                yield from self._left_over_items(rule, schema, subject)
            case AllOf(schemas=schemas):
                for one in schemas:
                    yield from self._part(one, schema, subject)
            case AnyOf() | OneOf():
                yield from self._branches(rule, schema, subject)
            case If():
                yield from self._if(rule, schema, subject)
            case Not():
                yield from self._not(rule, schema, subject)
            case Reference(name=name):
                target = self.api.schemas[name]
                if is_simple(target, self.api):
                    yield from self._statements(severe_as(target, schema), subject)
                else:
                    imported = self.library.check(target)
                    self.calls.add(imported)
                    yield self._call(imported.name, target.origin, subject)
            case Never():
                at = (*rule.pointer, "false")  # it is the schema, not a keyword in one
                refusal = self._refusal(at, "false", "None", schema, subject)
                yield Check(test=Constant(False), refusal=refusal)
            case Type():
                pass  # looked at first
            case _:
                assert_never(rule)

    def _call(self, function: str, origin: str, subject: Subject) -> Call:
        around = subject.around is not None
        return Call(
            function=function,
            subject=subject.value,
            at=subject.at,
            schema=origin,
            words=subject.words if around else "None",
            quoted=subject.quoted if around else None,
            given=subject.given,
        )

    def _left_over_items(
        self, rule: UnevaluatedItems, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        test = self._is_left_over(rule, schema, subject)
        item = item_of(subject)
        if any(isinstance(one, Never) for one in rule.schema.rules):
            refusal = self._refusal(
                rule.pointer, "unevaluatedItems", "None", schema, item
            )
            inner: Statement = Check(test=Negated(test), refusal=refusal)
        else:
            then = tuple(self._part(rule.schema, schema, item))
            inner = When(test=test, then=then, otherwise=())
        if test != Constant(False):
            each = Each(
                subject=subject.value, start=0, allowed=None, statements=(inner,)
            )
            yield from self._of_list(each, subject)

    def _of_list(self, statement: Statement, subject: Subject) -> Iterator[Statement]:
        """`statement`, if the subject is a list."""
        if subject.types <= {"array"}:
            yield statement
        else:
            is_list = self.is_type(subject.value, ("array",))
            yield When(test=is_list, then=(statement,), otherwise=())

    def _additional(
        self, rule: AdditionalProperties, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        tests: list[Test] = []
        if rule.names:
            known = literal([*rule.names])
            tests.append(Negated(Keyword("enum", "name", known)))
        for expression in rule.patterns:
            pattern = self.pattern(expression, "name", rule.pointer)
            if pattern is not None:
                tests.append(Negated(pattern))
        yield from self._each_property(
            Every(tuple(tests)), rule.schema, schema, subject, "additionalProperties"
        )

    def _each_property(
        self,
        test: Test,
        one: Schema,
        schema: Schema,
        subject: Subject,
        keyword: str = "",
    ) -> Iterator[Statement]:
        """Check the properties whose names pass `test` against `one`."""
        inner = replace(
            subject,
            value="value",
            at="name",
            types=ANY_TYPE,
            name="*",
            words="None",
            quoted=self._words(one) or subject.around,
        )
        if keyword and any(isinstance(rule, Never) for rule in one.rules):
            known = literal([*sorted(self.known)])
            refusal = self._refusal(one.pointer, keyword, known, schema, inner)
            statements: tuple[Statement, ...] = (
                Check(test=Constant(False), refusal=refusal),
            )
        else:
            statements = tuple(self._statements(severe_as(one, schema), inner))
        if statements:
            yield EachProperty(test=test, statements=statements)

    def _present(
        self,
        name: str,
        one: Schema,
        parent: Schema,
        subject: Subject,
        missing: Refusal | None,
    ) -> Present:
        self.describes(name, one.pointer)
        return self.of_property(name, severe_as(one, parent), subject, missing)


def needed(present: Present) -> Iterator[Statement]:
    """What it takes to say the same as `present`, which may look at nothing."""
    if present.statements:
        yield present
    elif present.missing is not None:
        missing = replace(
            present.missing,
            at=literal(present.name),
            words="None",
            quoted=present.words,
        )
        yield Demand(name=present.name, refusal=missing)


def _required(rule: Rule) -> tuple[str, ...]:
    return rule.names if isinstance(rule, Required) else ()


def _limit(rule: Type) -> str:
    return literal(rule.types[0] if len(rule.types) == 1 else list(rule.types))
