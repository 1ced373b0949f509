"""Rules that one check tells: what does not look further into a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meaning.rules import Assertion, Contains, Rule, Schema
from ..reading import JSON
from .literals import literal
from .saying import of_schema
from .statements import Branch, Check, Every, Keyword, Some, Statement, Test
from .subjects import Subject
from .wording import Wording

__all__ = ["Asserting"]


class Asserting(Wording):
    """Compiles such rules to statements."""

    def _assertion(
        self, rule: Assertion, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        test = self.assertion(rule, schema, subject.value, subject.types)
        if test is None:
            return
        limit = literal(rule.limit)
        refusal = self._refusal(rule.pointer, rule.keyword, limit, schema, subject)
        if rule.keyword == "enum":
            refusal = replace(refusal, limit="allowed")
            if isinstance(test, Keyword):
                test = replace(test, limit="allowed")
            yield Check(test=test, refusal=refusal, allowed=limit)
        else:
            yield Check(test=test, refusal=refusal)

    def _contains(
        self, rule: Contains, schema: Schema, subject: Subject
    ) -> Iterator[Statement]:
        for keyword, limit, test in self.counts(rule, subject.value, subject.types):
            told = of_schema(rule.schema) if limit is None else limit
            refusal = self._refusal(
                rule.pointer, keyword, literal(told), schema, subject
            )
            yield Check(test=test, refusal=refusal)

    def _unless(
        self,
        test: Test,
        rule: Rule,
        name: str,
        schema: Schema,
        subject: Subject,
        branches: tuple[Branch, ...] = (),
        presence: list[JSON] | None = None,
    ) -> Iterator[Statement]:
        """Refuse unless `test` holds, if it can fail.

        `presence` are the properties, if it is about nothing but whether these are
        given: then nothing is said of their values.
        """
        if isinstance(test, Some) and Every(()) in test.tests:
            return
        limit = "None"
        if presence:
            limit = f"[{', '.join(map(literal, presence))}]"
            subject, branches = replace(subject, secret=False), ()
        refusal = self._refusal(rule.pointer, name, limit, schema, subject)
        if presence:
            refusal = replace(refusal, value=f"[*{subject.value}]")
        yield Check(test=test, refusal=replace(refusal, branches=branches))
