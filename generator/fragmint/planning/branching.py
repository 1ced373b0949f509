"""Rules that choose between schemas or join them: `anyOf`, `if`, `allOf`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meaning.rules import AnyOf, If, OneOf, Schema
from .json_types import OBJECT
from .statements import Every, Exactly, Keyword, Negated, Some, Statement, When
from .subjects import Subject, beside_null, severe_as
from .unevaluated import Unevaluated

__all__ = ["Branching"]


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
        tests = self._tests(rule.schemas, subject)
        if isinstance(rule, AnyOf):
            plain = self._unless(Some(tests), rule, "anyOf", schema, subject)
        else:
            plain = self._unless(Exactly(tests), rule, "oneOf", schema, subject)
        statements = tuple(plain)
        picks = self.picks(rule, schema, subject.value, subject.types)
        known = replace(subject, types=OBJECT)
        for asked, one in reversed(picks):
            then = tuple(self._part(one, schema, known))
            statements = (When(test=Every(asked), then=then, otherwise=statements),)
        yield from statements

    def _part(
        self, one: Schema, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        """What `one`, which holds of all that `schema` is said of, asks of it."""
        if subject.value == "fields":
            subject = replace(subject, quoted=self._words(one) or subject.quoted)
        yield from self._statements(severe_as(one, schema), subject)

    def _if(self, rule: If, schema: Schema, subject: Subject) -> Iterator[Statement]:
        test = self.test(rule.condition, subject.value, subject.types)
        outer = replace(subject, quoted=self._words(schema) or subject.quoted)
        branches: list[tuple[Statement, ...]] = []
        for branch in (rule.then, rule.otherwise):
            if branch is None:
                branches.append(())
                continue
            inner = replace(outer, quoted=self._words(branch) or outer.quoted)
            statements = self._statements(severe_as(branch, schema), inner)
            branches.append(tuple(statements))
        then, otherwise = branches
        if then:
            yield When(test=test, then=then, otherwise=otherwise)
        elif otherwise:
            yield When(test=Negated(test), then=otherwise, otherwise=())
