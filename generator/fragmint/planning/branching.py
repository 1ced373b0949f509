"""Rules that choose between schemas or join them: `anyOf`, `if`, `allOf`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meaning.rules import (
    AnyOf,
    DependentRequired,
    DependentSchemas,
    If,
    OneOf,
    Properties,
    Reference,
    Schema,
)
from ..meaning.shapes import types_of
from .json_types import ANY_TYPE, OBJECT
from .literals import literal
from .saying import of_object, of_presence, of_properties, of_type, of_value
from .statements import (
    ALWAYS,
    Branch,
    Check,
    Demand,
    Every,
    Exactly,
    Fits,
    Has,
    Keyword,
    Negated,
    Some,
    Statement,
    Test,
    When,
)
from .subjects import Subject, beside_null, in_case, is_simple, severe_as
from .tagging import choice, implied
from .unevaluated import Unevaluated

__all__ = ["Branching"]


_MOST = 60
"""Characters of a branch's title that a message tells."""


class Branching(Unevaluated):
    """Compiles such rules to statements."""

    def _statements(self, schema: Schema, subject: Subject) -> Iterator[Statement]:
        raise NotImplementedError  # `Compiler` has it: it knows all rules

    def _branches(
        self, rule: AnyOf | OneOf, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        only = beside_null(rule, self.api)
        if only is not None:
            given = subject
            if len(rule.schemas) > 1:
                given = replace(subject, types=subject.types - {"null"})
            part = tuple(self._part(only, schema, given))
            if part and given.types != subject.types:
                is_given = Negated(Keyword("is", subject.value, "None"))
                yield When(test=is_given, then=part, otherwise=())
            else:
                yield from part
            return
        tests = tuple(self._branch_of(one, subject) for one in rule.schemas)
        keyword = "anyOf" if isinstance(rule, AnyOf) else "oneOf"
        test = Some(tests) if isinstance(rule, AnyOf) else Exactly(tests)
        told = self._told(rule, tests)
        presence = of_presence(tests)
        plain = self._unless(test, rule, keyword, schema, subject, told, presence)
        statements = untagged = tuple(plain)
        found = choice(rule, schema, self.api) or implied(rule, self.api)
        picks = self.picks(found, subject.value, subject.types)
        known = replace(subject, types=OBJECT)
        if found is not None and found.otherwise is None and picks:
            values, name = literal([*found.values]), literal(found.name)
            tag = f"({name}, {values}, {subject.value})"
            statements = tuple(
                replace(one, refusal=replace(one.refusal, tag=tag))
                for one in statements
                if isinstance(one, Check)
            )
        for asked, one in reversed(picks):
            then = untagged
            if not schema.advice:  # which refuses nothing, but a branch can
                then = tuple(self._part(one, schema, known))
            statements = (When(test=Every(asked), then=then, otherwise=statements),)
        yield from statements

    def _branch_of(self, one: Schema, subject: Subject) -> Test:
        """Whether the subject is what one branch says.

        Of an object a function asks, which can also tell what is wrong with it.
        """
        described = any(isinstance(rule, Properties) for rule in one.rules)
        if described and "object" in subject.types:
            return self.fits(one, subject.value)
        return self.test(one, subject.value, subject.types)

    def _told(self, rule: AnyOf | OneOf, tests: tuple[Test, ...]) -> tuple[Branch, ...]:
        """The branches of `rule` as a message tells them."""
        found: dict[str, Branch] = {}
        for one, test in zip(rule.schemas, tests, strict=True):
            branch = self._branch(one, test)
            words = title = " ".join(branch.title.split())[:_MOST]
            number = 1
            while title in found:
                number += 1
                title = f"{words} ({number})"
            found[title] = replace(branch, title=title)
        return tuple(found.values())

    def _branch(self, one: Schema, test: Test) -> Branch:
        match one.rules:
            case (Reference(name=name),):
                target = self.api.schemas[name]
                if is_simple(target, self.api):
                    return Branch(name, None)
                check = self.library.check(target)
                self.calls.add(check)
                return Branch(name, check.name)
            case _:
                said = " or ".join(
                    " and ".join(f"{name} {what}" for name, what in case.items())
                    for case in of_properties(test, self._types_of) or ()
                )
                function = test.function if isinstance(test, Fits) else None
                title = one.title or (of_object(one) if function else None)
                title = title or of_value(test) or said or of_object(one)
                title = title or of_type(one) or "a value that is described"
                return Branch(title, function)

    def _types_of(self, name: str) -> frozenset[str] | None:
        """Of which types the property `name` can be; None if it has a secret in it."""
        if name in self.secrets:
            return None
        one = self.known.get(name)
        if one is None:
            return ANY_TYPE
        return types_of(self.api.shapes.property_shape(one))

    def _part(
        self, one: Schema, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        """What `one`, which holds of all that `schema` is said of, asks of it."""
        subject = self._nearer(one, subject)
        yield from self._statements(severe_as(one, schema), subject)

    def _if(self, rule: If, schema: Schema, subject: Subject) -> Iterator[Statement]:
        test = self.test(rule.condition, subject.value, subject.types)
        outer, given = self._as_object(schema, subject), subject.given
        told = of_properties(test, self._types_of)
        unless = replace(given, unless=given.unless + told) if told else ALWAYS
        branches: list[tuple[Statement, ...]] = []
        for branch, case in (
            (rule.then, in_case(given, told)),
            (rule.otherwise, unless),
        ):
            if branch is None:
                branches.append(())
                continue
            statements = self._part(branch, schema, replace(outer, given=case))
            branches.append(tuple(statements))
        then, otherwise = branches
        if then:
            yield When(test=test, then=then, otherwise=otherwise)
        elif otherwise:
            yield When(test=Negated(test), then=otherwise, otherwise=())

    def _dependent(
        self,
        rule: DependentRequired | DependentSchemas,
        schema: Schema,
        subject: Subject,
    ) -> Iterator[Statement]:
        subject = self._as_object(schema, subject)
        for name, asked in (
            rule.names if isinstance(rule, DependentRequired) else rule.schemas
        ):
            if isinstance(asked, Schema):
                given = in_case(subject.given, ({name: "is given"},))
                inner = replace(subject, given=given)
                then = tuple(self._part(asked, schema, inner))
            else:
                asked = tuple(one for one in asked if one not in self.one_way)
                missing = [
                    self._missing(one, rule.pointer, schema, subject) for one in asked
                ]
                keyword, limit = "dependentRequired", literal(name)
                then = tuple(
                    Demand(
                        name=one, refusal=replace(refusal, rule=keyword, limit=limit)
                    )
                    for one, refusal in zip(asked, missing, strict=True)
                )
            if then:
                yield When(test=Has(name), then=then, otherwise=())
